import { calendarFor } from '#app/domain/deadline/calendar.ts';
import { deadline } from '#app/domain/deadline/deadline.ts';
import { selectRule } from '#app/domain/deadline/rule.ts';
import { addDays, type PlainDate } from '#app/domain/shared/plain-date.ts';
import type { Category } from '#app/domain/taxonomy/taxonomy.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Course, Hold } from './life.ts';
import { localTime, workingDayFrom } from './local-time.ts';
import type { Planned } from './plan.ts';

const SOLVABLE: Course = {
  acknowledged: true,
  turn: null,
  answer: { kind: 'repair', within: 0.15 },
  judgement: 'disputed',
  sequel: 'review',
  decision: 'upheld',
};

/** A course that stops before a step. */
function until(hold: Hold, changes: Partial<Course> = {}): Course {
  return { ...SOLVABLE, ...changes, hold };
}

/** Days back to the most recent filing whose answer is due on `dueOn` or the next day on which one can be. */
function filingDayFor(category: Category, dueOn: PlainDate, today: PlainDate): PlainDate {
  const profile = activeProfile();
  const calendar = calendarFor(profile, null);
  for (let filedOn = addDays(today, -1); filedOn > addDays(today, -45); filedOn = addDays(filedOn, -1)) {
    const question = { category, urgent: category === 'prepaid-credit', track: 'consumer', on: filedOn };
    const rule = selectRule(profile, 'respond', question);
    const events = [{ type: 'started', at: localTime(filedOn, '11:00') }] as const;
    const computed = deadline({ rule, calendar, timeZone: profile.timeZone, events });
    if (computed.dueOn <= dueOn) return filedOn;
  }
  return addDays(today, -1);
}

interface Waiting {
  readonly name: string;
  readonly category: Category;
  readonly course: Course;
  /** Days from today until the answer is due; the filing's day follows. */
  readonly dueIn?: number;
  /** Days since the filing, where no deadline decides. */
  readonly daysAgo?: number;
}

/** What every operator finds in its queue. */
const IN_EACH_QUEUE: readonly Waiting[] = [
  { name: 'due-today', category: 'billing', course: until('answer'), dueIn: 0 },
  { name: 'due-tomorrow', category: 'contract', course: until('answer'), dueIn: 1 },
  { name: 'due-this-week', category: 'number-portability', course: until('answer'), dueIn: 3 },
  { name: 'new', category: 'billing', course: until('acknowledge'), daysAgo: 1 },
  { name: 'overdue', category: 'billing', course: until('reply', { turn: 'question' }), daysAgo: 62 },
  { name: 'asked', category: 'mobile-outage', course: until('reply', { turn: 'question' }), daysAgo: 7 },
  { name: 'disputed', category: 'billing', course: until('review'), daysAgo: 20 },
];

/** What the regulator finds, whoever the operator is. */
const WITH_THE_REGULATOR: readonly Waiting[] = [
  {
    name: 'misdirected',
    category: 'mobile-outage',
    course: until('reroute', { turn: 'misdirected' }),
    daysAgo: 9,
  },
  {
    name: 'misdirected-too',
    category: 'billing',
    course: until('reroute', { turn: 'misdirected' }),
    daysAgo: 8,
  },
  { name: 'reviewed', category: 'contract', course: until('decision'), daysAgo: 40 },
  { name: 'reviewed-too', category: 'billing', course: until('decision'), daysAgo: 47 },
  { name: 'to-carry-out', category: 'billing', course: until('remedy'), daysAgo: 55 },
  { name: 'confirmed', category: 'contract', course: until('close', { judgement: 'accepted' }), daysAgo: 33 },
  { name: 'withdrawn', category: 'billing', course: { ...SOLVABLE, turn: 'withdrawn' }, daysAgo: 30 },
  { name: 'refused', category: 'contract', course: { ...SOLVABLE, turn: 'inadmissible' }, daysAgo: 30 },
];

/** Cases for visitors to try, named by the demonstration's page. */
const TO_TRY: readonly Waiting[] = [
  { name: 'try-answer', category: 'billing', course: until('answer'), dueIn: 4 },
  {
    name: 'try-judge',
    category: 'coverage-quality',
    course: until('judgement', { answer: { kind: 'money', within: 0.1 } }),
    daysAgo: 12,
  },
  { name: 'try-reply', category: 'contract', course: until('reply', { turn: 'question' }), daysAgo: 8 },
  { name: 'try-decide', category: 'billing', course: until('decision'), daysAgo: 38 },
];

function planned({ name, category, course, dueIn, daysAgo = 1 }: Waiting, today: PlainDate): Planned {
  const filedOn =
    dueIn === undefined
      ? addDays(today, -daysAgo)
      : filingDayFor(category, workingDayFrom(addDays(today, dueIn)), today);
  return { key: name, filedOn, category, course, ordinary: true };
}

/** Cases that stand where something is to be done today. */
export function livingCases(today: PlainDate, operatorIds: readonly string[]): readonly Planned[] {
  const queues = operatorIds.flatMap(operatorId =>
    IN_EACH_QUEUE.map(item => {
      const { key, ...rest } = planned(item, today);
      return { ...rest, key: `${key}-${operatorId}`, operatorId };
    }),
  );
  const undeliverable = [2, 4].map(daysAgo => ({
    key: `undeliverable-${daysAgo}`,
    filedOn: addDays(today, -daysAgo),
    category: 'billing' as const,
    course: SOLVABLE,
    undeliverable: true,
  }));
  const waiting = WITH_THE_REGULATOR.map(item => planned(item, today));
  const language = activeProfile().defaultLanguage;
  const trials = TO_TRY.map(item => ({ ...planned(item, today), language }));
  return [...queues, ...waiting, ...trials, ...undeliverable];
}
