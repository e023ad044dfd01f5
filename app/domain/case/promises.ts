import type { DeadlineRule } from '../deadline/rule.ts';
import { daysBetween, type Instant, localDateOf, type PlainDate } from '../shared/plain-date.ts';
import type { EventPayload, RecordedEvent } from './events.ts';

/** What an operator promised in an answer: for which issue, and the last day on which it is kept. */
export interface Promised {
  readonly issue: string;
  readonly by: PlainDate;
}

/** The promises that an answer makes: its dates that lay ahead when it was given. */
export function promisesIn({ items }: EventPayload<'answered'>): readonly Promised[] {
  return items.flatMap(({ issue, date, promised }) =>
    promised && date !== null ? [{ issue, by: date }] : [],
  );
}

/**
 * Whether an event ends a promise: kept, replaced by a new answer on the issue, overtaken by a decision, or of no more
 * use to a complainant who says that the problem is solved or gives up. Silence of the complainant ends none.
 */
export function endsPromise(event: RecordedEvent, { issue }: Promised): boolean {
  switch (event.type) {
    case 'promise-kept':
      return event.payload.issues.includes(issue);
    case 'answered':
      return event.payload.items.some(item => item.issue === issue);
    case 'accepted':
    case 'decided':
    case 'deemed-upheld':
    case 'withdrawn':
    case 'declared-inadmissible':
    case 'closed':
      return true;
    default:
      return false;
  }
}

/** The promises that still bind the operator after one more event. */
export function promisesAfter(open: readonly Promised[], event: RecordedEvent): readonly Promised[] {
  const left = open.filter(promise => !endsPromise(event, promise));
  return event.type === 'answered' ? [...left, ...promisesIn(event.payload)] : left;
}

/** The id under which a promise's clock is stored; no profile has a rule of that name. */
export const PROMISE_RULE_ID = 'promised-date';

const PROMISE_TEXT = {
  ar: 'حدد المشغل هذا التاريخ بنفسه في جوابه: يلتزم به حتى نهاية ذلك اليوم.',
  de: 'Dieses Datum hat der Anbieter in seiner Antwort selbst genannt: Er hält sich bis zum Ende dieses Tages daran.',
  en: 'The operator named this date itself in its answer: it keeps to it until the end of that day.',
  fr: 'L’opérateur a lui-même donné cette date dans sa réponse : il s’y tient jusqu’à la fin de ce jour.',
} as const;

/** What is shown of the rule of a promise, whatever its date. */
export const PROMISE_RULE = {
  id: PROMISE_RULE_ID,
  clock: 'remedy',
  scope: {},
  unit: 'calendar-days',
  validFrom: '1990-01-01',
  rollForward: false,
  pauseCapDays: 0,
  remindBefore: 2,
  consequence: 'record',
  /** The answer itself, which stands beside it. */
  source: '',
  text: PROMISE_TEXT,
} as const satisfies Omit<DeadlineRule, 'amount'>;

/** The rule of a promise's clock that starts at `startedAt`: its last day is the one that was promised. */
export function promiseRule(by: PlainDate, startedAt: Instant, timeZone: string): DeadlineRule {
  return { ...PROMISE_RULE, amount: Math.max(0, daysBetween(localDateOf(startedAt, timeZone), by)) };
}
