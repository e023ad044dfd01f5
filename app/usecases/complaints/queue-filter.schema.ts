import { type CaseState, STATES } from '#app/domain/case/states.ts';
import { cleanLine } from '#app/domain/shared/text.ts';
import { SERVICES, type Service } from '#app/domain/taxonomy/definition.ts';
import { type Category, isCategory } from '#app/domain/taxonomy/taxonomy.ts';

/** What an operator's list shows: cases that wait for it, by their deadline, or all that it was ever served. */
export const QUEUE_VIEWS = ['open', 'today', 'week', 'overdue', 'disputed', 'all'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** States in which a case is in the queue; `desk_case.waiting` says the same. */
export const WAITING_STATES = ['served', 'returned', 'disputed'] as const satisfies readonly CaseState[];

/** States that an operator can see a case in. */
export const SEEN_STATES = STATES.filter(state => state !== 'draft' && state !== 'filed');

/** By which channel a case was filed. */
export const FILED_BY = ['web', 'api', 'import'] as const;

/** The queue by deadline, or any list by date of filing. */
export const SORTS = ['due', 'newest', 'oldest'] as const;
export type QueueSort = (typeof SORTS)[number];

const MARKS = ['urgent', 'disputed', 'flagged'] as const;

export interface QueueFilter {
  readonly show: QueueView;
  readonly state?: CaseState;
  readonly category?: Category;
  readonly service?: Service;
  readonly region?: string;
  readonly source?: (typeof FILED_BY)[number];
  /** `me`, `nobody`, or the id of somebody of the desk. */
  readonly assignee?: string;
  readonly urgent?: '1';
  /** Disputed at least once. */
  readonly disputed?: '1';
  readonly flagged?: '1';
  readonly sort?: QueueSort;
  /** A reference, a line's number, or words of the complainant's account. */
  readonly text?: string;
}

const MAX_TEXT = 200;
const KEY = /^[\w-]{1,64}$/u;

function chosen<T extends string>(choices: readonly T[], given: string | null): T | undefined {
  return choices.find(choice => choice === given);
}

function matching(pattern: RegExp, given: string | null): string | undefined {
  return given !== null && pattern.test(given) ? given : undefined;
}

/** The filter that an address names; what isn't one of the choices is left out. */
export function readQueueFilter(params: URLSearchParams): QueueFilter {
  const cleaned = cleanLine((params.get('text') ?? '').slice(0, MAX_TEXT));
  const category = params.get('category');
  const marks = Object.fromEntries(MARKS.filter(mark => params.get(mark) === '1').map(mark => [mark, '1']));
  const named = {
    state: chosen(SEEN_STATES, params.get('state')),
    category: isCategory(category) ? category : undefined,
    service: chosen(SERVICES, params.get('service')),
    region: matching(KEY, params.get('region')),
    source: chosen(FILED_BY, params.get('source')),
    assignee: matching(KEY, params.get('assignee')),
    sort: chosen(SORTS, params.get('sort')),
    text: cleaned.ok && cleaned.text !== '' ? cleaned.text : undefined,
  };
  const set = Object.fromEntries(
    Object.entries({ ...named, ...marks }).filter(([, value]) => value !== undefined),
  );
  return { show: chosen(QUEUE_VIEWS, params.get('show')) ?? 'open', ...set };
}

/** Whether the list is the queue of what waits; else it is over every state. */
export function isQueue({ show, state, text }: QueueFilter): boolean {
  const waits = state === undefined || WAITING_STATES.some(waiting => waiting === state);
  return show !== 'all' && waits && text === undefined;
}

/** The order of a list: by deadline in the queue, newest first elsewhere, unless another one is asked for. */
export function sortOf(filter: QueueFilter): QueueSort {
  const { sort } = filter;
  if (isQueue(filter)) return sort ?? 'due';
  return sort === 'oldest' ? 'oldest' : 'newest';
}

/** The filter as an address carries it, without what goes without saying. */
export function queueQuery(filter: Partial<QueueFilter>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined && !(name === 'show' && value === 'open')) query.set(name, value);
  }
  return query;
}

/** The address of a list: the filter and, if any, a place in it. */
export function queueAddress(
  filter: Partial<QueueFilter>,
  place: Readonly<Record<string, string>> = {},
): string {
  const query = queueQuery(filter);
  for (const [name, value] of Object.entries(place)) query.set(name, value);
  return query.size === 0 ? '/operator' : `/operator?${query}`;
}
