import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { calendarFor, isWorkingDay } from '#app/domain/deadline/calendar.ts';
import { addDays, localDateOf, type PlainDate, startOfDay } from '#app/domain/shared/plain-date.ts';
import { type Forecast, forecastLateness, paceOf } from '#app/domain/statistics/forecast.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { activeProfile } from '../../profile.server.ts';
import { WAITING_ANSWER_SQL } from '../waiting-answer-sql.ts';

/** Days that the pace is taken from, and days that are looked ahead, today included. */
const PAST_DAYS = 28;
const DAYS_AHEAD = 7;

const WAITING = z.array(z.object({ dueOn: z.string(), count: z.number().int() }));
const ANSWERS = z.array(z.object({ before: z.number().int(), today: z.number().int() }));

/** What an operator has to expect of the coming days, with what that is worked out from. */
export interface OperatorForecast extends Forecast {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** First day of those that the pace is taken from; the last is yesterday. */
  readonly pastFrom: PlainDate;
  readonly answers: number;
  readonly workingDays: number;
  /** Answers on a working day; null without a working day in the time looked at. */
  readonly pace: number | null;
  readonly waiting: number;
}

interface Question {
  readonly operatorId: string;
  readonly timeZone: string;
  readonly today: PlainDate;
  readonly pastFrom: PlainDate;
}

/** Cases whose time to answer runs or is over, by the local day on which it ends. */
async function waitingCases(tx: Tx, { operatorId, timeZone }: Question) {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT to_char(k.due_at AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS "dueOn", count(*)::int AS count
    FROM "case" c JOIN "clock" k ON k.case_id = c.id
    WHERE c.operator_id = ${operatorId} AND ${Prisma.raw(WAITING_ANSWER_SQL)}
    GROUP BY 1 ORDER BY 1`;
  return WAITING.parse(rows);
}

async function answersGiven(tx: Tx, { operatorId, timeZone, today, pastFrom }: Question) {
  const [from, midnight] = [startOfDay(pastFrom, timeZone), startOfDay(today, timeZone)];
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT count(*) FILTER (WHERE r.at < ${midnight}::timestamptz)::int AS before,
      count(*) FILTER (WHERE r.at >= ${midnight}::timestamptz)::int AS today
    FROM "response" r JOIN "case" c ON c.id = r.case_id
    WHERE c.operator_id = ${operatorId} AND r.at >= ${from}::timestamptz`;
  return ANSWERS.parse(rows)[0] ?? { before: 0, today: 0 };
}

/**
 * What becomes late within a week if an operator goes on as in the last four: its waiting cases by due day, against its
 * answers by working day of the whole country's calendar. Row-level security keeps other operators' cases out.
 * @param now ISO instant
 */
export async function readForecast(actor: Actor, operatorId: string, now: string): Promise<OperatorForecast> {
  const profile = activeProfile();
  const { timeZone } = profile;
  const today = localDateOf(now, timeZone);
  const pastFrom = addDays(today, -PAST_DAYS);
  const question = { operatorId, timeZone, today, pastFrom };
  const { waiting, answers } = await withActor(actor, async tx => ({
    waiting: await waitingCases(tx, question),
    answers: await answersGiven(tx, question),
  }));
  const calendar = calendarFor(profile, null);
  const past = Array.from({ length: PAST_DAYS }, (_, index) => addDays(pastFrom, index));
  const workingDays = past.filter(day => isWorkingDay(calendar, day)).length;
  const pace = paceOf(answers.before, workingDays);
  const days = Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(today, index));
  const forecast = forecastLateness({
    waiting,
    pace: pace ?? 0,
    answeredToday: answers.today,
    days: days.map(day => ({ day, working: isWorkingDay(calendar, day) })),
  });
  return {
    ...forecast,
    ...{ pastFrom, workingDays, pace, answers: answers.before },
    from: today,
    to: days.at(-1) ?? today,
    waiting: waiting.reduce((sum, { count }) => sum + count, 0),
  };
}
