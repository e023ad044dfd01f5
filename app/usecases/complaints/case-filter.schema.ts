import { OPERATOR_OUTCOMES, REGULATOR_OUTCOMES } from '#app/domain/case/outcomes.ts';
import { parseReference } from '#app/domain/case/reference.ts';
import { STATES } from '#app/domain/case/states.ts';
import { isPlainDate, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { cleanLine } from '#app/domain/shared/text.ts';
import type { CountedMeasure } from '#app/domain/statistics/contribution.ts';
import {
  type CellFilter,
  choice,
  type FilterChoices,
  readCellFilter,
  withoutAbsent,
} from '../statistics/figures-filter.schema.ts';

/** What happened to a case, as far as it isn't an outcome or a state. `overdue` depends on the time of asking. */
export const MARKS = [
  'overdue',
  'interim-requested',
  'open',
  'served',
  'answered',
  'answered-in-time',
  'answered-late',
  'breached',
  'deadline-ended',
  'missed-unanswered',
  'disputed',
  'money',
] as const;
export type Mark = (typeof MARKS)[number];

/** Marks that no figure counts: they depend on the time of asking, or wait for the regulator. */
const UNCOUNTED_MARKS = ['overdue', 'interim-requested'] as const;
type UncountedMark = (typeof UNCOUNTED_MARKS)[number];

function isUncounted(mark: Mark): mark is UncountedMark {
  return UNCOUNTED_MARKS.some(uncounted => uncounted === mark);
}

const MARK_MEASURES = {
  open: 'open',
  served: 'served',
  answered: 'answered',
  'answered-in-time': 'answered_in_time',
  'answered-late': 'answered_late',
  breached: 'breached',
  'deadline-ended': 'deadline_ended',
  'missed-unanswered': 'missed_unanswered',
  disputed: 'disputed',
  money: 'money_cases',
} as const satisfies Record<Exclude<Mark, UncountedMark>, CountedMeasure>;

/** Of the complainant; an answer that was disputed is a mark, since a second answer doesn't undo it. */
export const JUDGEMENTS = ['confirmed', 'unconfirmed'] as const;
const OUTCOMES = [...OPERATOR_OUTCOMES, ...JUDGEMENTS, ...REGULATOR_OUTCOMES] as const;
type Outcome = (typeof OUTCOMES)[number];

const OUTCOME_MEASURES = {
  'remedied-with-money': 'remedied_with_money',
  'remedied-without-money': 'remedied_without_money',
  explained: 'explained',
  rejected: 'rejected',
  'not-our-customer': 'not_our_customer',
  duplicate: 'duplicate',
  confirmed: 'confirmed',
  unconfirmed: 'unconfirmed',
  upheld: 'upheld',
  partly_upheld: 'partly_upheld',
  not_upheld: 'not_upheld',
  deemed_upheld: 'deemed_upheld',
} as const satisfies Record<Outcome, CountedMeasure>;

/** Which cases a list shows; it lives in the address. */
export interface CaseFilter extends CellFilter {
  readonly state?: string;
  readonly outcome?: Outcome;
  readonly is?: Mark;
  /** The day on which the operator's answer is due, or those that are late. */
  readonly due?: PlainDate | typeof LATE;
  /** A reference, or words of the complainant's account. */
  readonly text?: string;
  /** Reference of a case: the cases of the same complainant against the same operator. */
  readonly same?: string;
  /** By day of filing; the newest first where absent. */
  readonly order?: typeof OLDEST;
}

/** The order in which who decides works through a list. */
export const OLDEST = 'oldest';

/** Cases whose answer was due before today. */
export const LATE = 'late';

function dueIn(value: string | null): CaseFilter['due'] {
  if (value === LATE) return LATE;
  return isPlainDate(value) ? value : undefined;
}

export const FILED_STATES = STATES.filter(state => state !== 'draft');
const MAX_TEXT = 200;

function textOf(value: string | null): string | undefined {
  const cleaned = cleanLine((value ?? '').slice(0, MAX_TEXT));
  return cleaned.ok && cleaned.text !== '' ? cleaned.text : undefined;
}

/** The filter that an address names; what isn't one of the choices is left out. */
export function readCaseFilter(params: URLSearchParams, choices: FilterChoices): CaseFilter {
  const same = parseReference(params.get('same') ?? '');
  return withoutAbsent({
    ...readCellFilter(params, choices),
    state: choice(params.get('state'), FILED_STATES),
    outcome: choice(params.get('outcome'), OUTCOMES),
    is: choice(params.get('is'), MARKS),
    due: dueIn(params.get('due')),
    text: textOf(params.get('text')),
    same: same.ok ? same.reference : undefined,
    order: choice(params.get('order'), [OLDEST]),
  });
}

/** The filter as an address's query, without the question mark. */
export function caseQuery(filter: CaseFilter & Readonly<Record<string, string | undefined>>): string {
  return new URLSearchParams(withoutAbsent(filter) as Record<string, string>).toString();
}

/** The part of a list's filter by which a figure's cases are found; the inverse of {@link measureOf}. */
export const MEASURE_FILTERS = {
  filed: {},
  open: { is: 'open' },
  served: { is: 'served' },
  answered: { is: 'answered' },
  answered_in_time: { is: 'answered-in-time' },
  answered_late: { is: 'answered-late' },
  breached: { is: 'breached' },
  deadline_ended: { is: 'deadline-ended' },
  missed_unanswered: { is: 'missed-unanswered' },
  remedied_with_money: { outcome: 'remedied-with-money' },
  remedied_without_money: { outcome: 'remedied-without-money' },
  explained: { outcome: 'explained' },
  rejected: { outcome: 'rejected' },
  not_our_customer: { outcome: 'not-our-customer' },
  duplicate: { outcome: 'duplicate' },
  confirmed: { outcome: 'confirmed' },
  unconfirmed: { outcome: 'unconfirmed' },
  disputed: { is: 'disputed' },
  upheld: { outcome: 'upheld' },
  partly_upheld: { outcome: 'partly_upheld' },
  not_upheld: { outcome: 'not_upheld' },
  deemed_upheld: { outcome: 'deemed_upheld' },
  withdrawn: { state: 'withdrawn' },
  inadmissible: { state: 'inadmissible' },
  closed: { state: 'closed' },
  money_cases: { is: 'money' },
} as const satisfies Record<CountedMeasure, CaseFilter>;

const COUNTED_STATES = ['withdrawn', 'inadmissible', 'closed'] as const;

/** The measures whose conditions a filter's outcome and mark stand for. */
export function measuresOf(filter: CaseFilter): readonly CountedMeasure[] {
  const mark = filter.is === undefined || isUncounted(filter.is) ? [] : [MARK_MEASURES[filter.is]];
  return filter.outcome === undefined ? mark : [...mark, OUTCOME_MEASURES[filter.outcome]];
}

/** The one measure that counts a filter's cases, where the figures can say it; null where only cases can. */
export function measureOf(filter: CaseFilter): CountedMeasure | null {
  const { text, same, due, is } = filter;
  if (text !== undefined || same !== undefined || due !== undefined || (is && isUncounted(is))) return null;
  const state = COUNTED_STATES.find(counted => counted === filter.state);
  if (filter.state !== undefined && state === undefined) return null;
  const measures = state === undefined ? measuresOf(filter) : [...measuresOf(filter), state];
  return measures.length > 1 ? null : (measures[0] ?? 'filed');
}
