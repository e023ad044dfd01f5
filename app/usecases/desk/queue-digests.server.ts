import { SYSTEM } from '#app/domain/case/states.ts';
import { calendarFor, isWorkingDay } from '#app/domain/deadline/calendar.ts';
import { isAway } from '#app/domain/desk/assignment.ts';
import { addDays, endOfDay, localDateOf, localHourOf, startOfDay } from '#app/domain/shared/plain-date.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { env } from '#app/platform/env.server.ts';
import { queueNote } from '../notifications/queue-note.server.ts';
import { activeProfile } from '../profile.server.ts';
import { type DeskColleague, deskPeople } from './queries/desk-people.server.ts';

/** Hours of the regulator's zone in which the mail goes out; a worker that was down until noon sends none. */
const MORNING = { from: 7, to: 12 };
/** No calendar has as many days off in a row. */
const LONGEST_BREAK = 30;

/** What waits for one person, in figures: nothing else goes into a mail. */
interface Figures {
  readonly mine: number;
  readonly today: number;
  readonly overdue: number;
  readonly fresh: number;
  readonly mentions: number;
  readonly unassigned: number;
}

/** The day, and the instants between which something is new or due. */
interface Morning {
  readonly now: string;
  readonly today: string;
  readonly since: string;
  readonly endOfToday: string;
}

function morningOf(now: string): Morning | null {
  const profile = activeProfile();
  const { timeZone } = profile;
  const calendar = calendarFor(profile, null);
  const today = localDateOf(now, timeZone);
  const hour = localHourOf(now, timeZone);
  if (hour < MORNING.from || hour >= MORNING.to || !isWorkingDay(calendar, today)) return null;
  const before = Array.from({ length: LONGEST_BREAK }, (_, index) => addDays(today, -1 - index));
  const last = before.find(day => isWorkingDay(calendar, day)) ?? today;
  return { now, today, since: startOfDay(last, timeZone), endOfToday: endOfDay(today, timeZone) };
}

function keyOf({ id }: DeskColleague, { today }: Morning): string {
  return `digest/${id}/${today}`;
}

async function figuresOf(tx: Tx, operatorId: string, userId: string, morning: Morning): Promise<Figures> {
  const { now, since, endOfToday } = morning;
  const [figures] = await tx.$queryRaw<Figures[]>`
    SELECT count(*) FILTER (WHERE d.assignee = ${userId})::int AS mine,
      count(*) FILTER (WHERE d.assignee = ${userId} AND d.due_at BETWEEN ${now}::timestamptz AND ${endOfToday}::timestamptz)::int AS today,
      count(*) FILTER (WHERE d.assignee = ${userId} AND d.due_at < ${now}::timestamptz)::int AS overdue,
      count(*) FILTER (WHERE d.assignee IS NULL)::int AS unassigned,
      (SELECT count(DISTINCT a.case_id)::int FROM case_assignment a JOIN desk_case n ON n.case_id = a.case_id
        WHERE a.assignee = ${userId} AND a.at >= ${since}::timestamptz AND n.assignee = ${userId} AND n.waiting) AS fresh,
      (SELECT count(*)::int FROM desk_mention m WHERE m.user_id = ${userId} AND m.read_at IS NULL) AS mentions
    FROM desk_case d WHERE d.operator_id = ${operatorId} AND d.waiting`;
  return figures ?? { mine: 0, today: 0, overdue: 0, fresh: 0, mentions: 0, unassigned: 0 };
}

async function queueFor(
  tx: Tx,
  operatorId: string,
  person: DeskColleague,
  morning: Morning,
): Promise<boolean> {
  const figures = await figuresOf(tx, operatorId, person.id, morning);
  if (Object.values(figures).every(figure => figure === 0)) return false;
  const values = Object.entries(figures).map(([name, figure]) => [name, String(figure)]);
  const { PUBLIC_URL } = env();
  await queueNote(tx, {
    kind: 'desk.digest',
    channel: 'mail',
    to: person.email,
    language: person.language ?? activeProfile().defaultLanguage,
    dedupeKey: keyOf(person, morning),
    values: {
      ...Object.fromEntries(values),
      url: `${PUBLIC_URL}/operator`,
      stop: `${PUBLIC_URL}/operator/absence`,
    },
  });
  return true;
}

/** Who of a desk gets the mail today and hasn't yet. */
async function readers(tx: Tx, operatorId: string, morning: Morning): Promise<readonly DeskColleague[]> {
  const people = await deskPeople(tx, operatorId);
  const wanting = people.filter(
    person => person.digest && !person.suspended && !isAway(person, morning.today),
  );
  const keys = wanting.map(person => `note/${keyOf(person, morning)}`);
  const sent = await tx.mailOutbox.findMany({
    where: { dedupeKey: { in: keys } },
    select: { dedupeKey: true },
  });
  const done = new Set(sent.map(({ dedupeKey }) => dedupeKey));
  return wanting.filter(person => !done.has(`note/${keyOf(person, morning)}`));
}

/**
 * Queues the daily mail of everybody who works at an operator's desk and has something there, in the morning of a
 * working day, once a day. It holds figures and links, nothing of a case and nobody's name.
 * @param now ISO instant
 * @returns how many mails were queued
 */
export async function queueDigests(now: string): Promise<number> {
  const morning = morningOf(now);
  if (morning === null) return 0;
  const operators = await withActor(SYSTEM, tx => tx.operator.findMany({ select: { id: true } }));
  let queued = 0;
  for (const { id } of operators) {
    queued += await withActor(SYSTEM, async tx => {
      const due = await readers(tx, id, morning);
      let count = 0;
      for (const person of due) if (await queueFor(tx, id, person, morning)) count += 1;
      return count;
    });
  }
  return queued;
}
