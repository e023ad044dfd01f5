import { type CaseState, STATES } from '#app/domain/case/states.ts';
import { cleanLine } from '#app/domain/shared/text.ts';
import { type Category, isCategory } from '#app/domain/taxonomy/taxonomy.ts';

/** What an operator's list shows: cases that wait for it, by their deadline, or all that it was ever served. */
export const QUEUE_VIEWS = ['open', 'today', 'week', 'overdue', 'disputed', 'all'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** States in which a case is in the queue; the partial index `case_queue` has the same. */
export const WAITING_STATES = ['served', 'returned', 'disputed'] as const satisfies readonly CaseState[];

/** States that an operator can see a case in. */
export const SEEN_STATES = STATES.filter(state => state !== 'draft' && state !== 'filed');

export interface QueueFilter {
  readonly show: QueueView;
  readonly state?: CaseState;
  readonly category?: Category;
  /** A reference, a line's number, or words of the complainant's account. */
  readonly text?: string;
}

const MAX_TEXT = 200;

/** The filter that an address names; what isn't one of the choices is left out. */
export function readQueueFilter(params: URLSearchParams): QueueFilter {
  const cleaned = cleanLine((params.get('text') ?? '').slice(0, MAX_TEXT));
  const category = params.get('category');
  const state = SEEN_STATES.find(known => known === params.get('state'));
  return {
    show: QUEUE_VIEWS.find(view => view === params.get('show')) ?? 'open',
    ...(state === undefined ? {} : { state }),
    ...(isCategory(category) ? { category } : {}),
    ...(cleaned.ok && cleaned.text !== '' ? { text: cleaned.text } : {}),
  };
}

/** Whether the list is the queue, by deadline; else it is newest first, over every state. */
export function isByDeadline({ show, state, text }: QueueFilter): boolean {
  const waits = state === undefined || WAITING_STATES.some(waiting => waiting === state);
  return show !== 'all' && waits && text === undefined;
}

/** The address of a list: the filter and, if any, a place in it. */
export function queueAddress(
  filter: Partial<QueueFilter>,
  place: Readonly<Record<string, string>> = {},
): string {
  const named = { ...filter, ...place };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(named)) {
    if (value !== undefined && !(name === 'show' && value === 'open')) query.set(name, value);
  }
  return query.size === 0 ? '/operator' : `/operator?${query}`;
}
