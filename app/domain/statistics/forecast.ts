import type { PlainDate } from '../shared/plain-date.ts';

/** Cases that wait for an answer, by the day on which it is due. */
export interface DueCases {
  readonly dueOn: PlainDate;
  readonly count: number;
}

/** A day ahead, and whether the operator answers on it. */
export interface DayAhead {
  readonly day: PlainDate;
  readonly working: boolean;
}

export interface ForecastQuestion {
  /** Each waiting case once; a due day before the first day ahead is late already. */
  readonly waiting: readonly DueCases[];
  /** Answers on a working day; need not be whole. */
  readonly pace: number;
  /** What the first day has seen of its answers. */
  readonly answeredToday: number;
  /** Today first, without gaps. */
  readonly days: readonly DayAhead[];
}

/** What is expected of one day. */
export interface DayForecast extends DayAhead {
  /** Cases whose answer is due on the day. */
  readonly due: number;
  /** Answers given on the day, to cases of any due day. */
  readonly answers: number;
  /** Cases due on the day that nobody will have answered by its end. */
  readonly late: number;
}

export interface Forecast {
  /** Late when the forecast begins; they are answered before all others. */
  readonly lateAlready: number;
  readonly days: readonly DayForecast[];
  /** Cases that become late within these days. */
  readonly late: number;
}

/** Answers that the pace allows by the end of each day, in whole cases: what is left over counts on later days. */
function capacities({ pace, answeredToday, days }: ForecastQuestion): readonly number[] {
  let worked = 0;
  let given = answeredToday;
  return days.map(({ working }) => {
    if (working) worked += 1;
    const more = Math.max(0, Math.floor(worked * pace) - given);
    given += more;
    return more;
  });
}

/**
 * What becomes late at the present pace if nobody does anything about it: every answer goes to the case that is due
 * first, those that are late already before all others, and nothing new arrives. Days are calendar days.
 * @throws RangeError for a pace below zero
 */
export function forecastLateness(question: ForecastQuestion): Forecast {
  const { waiting, pace, days } = question;
  if (!(pace >= 0)) throw new RangeError(`A pace of ${pace} answers a day`);
  const first = days[0]?.day ?? '';
  const dueOn = new Map<PlainDate, number>();
  let backlog = 0;
  for (const { dueOn: day, count } of waiting) {
    if (day < first) backlog += count;
    else dueOn.set(day, (dueOn.get(day) ?? 0) + count);
  }
  const lateAlready = backlog;
  const capacity = capacities(question);
  const queue = [...dueOn].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]) => ({ day, count }));
  const forecast = days.map((ahead, index): DayForecast => {
    let left = capacity[index] ?? 0;
    const toBacklog = Math.min(backlog, left);
    backlog -= toBacklog;
    left -= toBacklog;
    let answers = toBacklog;
    for (const cases of queue) {
      const answered = Math.min(cases.count, left);
      cases.count -= answered;
      left -= answered;
      answers += answered;
    }
    const unanswered = queue
      .filter(({ day }) => day === ahead.day)
      .reduce((sum, { count }) => sum + count, 0);
    for (const cases of queue) if (cases.day === ahead.day) cases.count = 0;
    backlog += unanswered;
    return { ...ahead, due: dueOn.get(ahead.day) ?? 0, answers, late: unanswered };
  });
  return { lateAlready, days: forecast, late: forecast.reduce((sum, { late }) => sum + late, 0) };
}

/** Answers on a working day, from those of past days; null where nobody worked. */
export function paceOf(answers: number, workingDays: number): number | null {
  return workingDays === 0 ? null : answers / workingDays;
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
