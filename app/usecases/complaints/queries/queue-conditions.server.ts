import type { Actor } from '#app/domain/case/states.ts';
import { addDays, endOfDay, localDateOf } from '#app/domain/shared/plain-date.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { activeProfile } from '../../profile.server.ts';
import { isQueue, type QueueFilter } from '../queue-filter.schema.ts';

/** The limits of today and of the seven days from it on, in the regulator's zone. */
export interface Limits {
  readonly timeZone: string;
  readonly today: string;
  readonly endOfToday: string;
  readonly endOfWeek: string;
}

function limitsOf(now: string): Limits {
  const { timeZone } = activeProfile();
  const today = localDateOf(now, timeZone);
  const endOfWeek = endOfDay(addDays(today, 6), timeZone);
  return { timeZone, today, endOfToday: endOfDay(today, timeZone), endOfWeek };
}

const MINUTE = 'YYYY-MM-DDTHH:MM'.length;
let latest: { readonly key: string; readonly limits: Limits } | undefined;

/** Days begin at a whole minute in every zone, so the limits are worked out once a minute. */
export function limitsAt(now: string): Limits {
  const key = `${activeProfile().id} ${now.slice(0, MINUTE)}`;
  if (latest?.key !== key) latest = { key, limits: limitsOf(now) };
  return latest.limits;
}

/** Who asks, and when (an ISO instant). */
export interface Asked {
  readonly actor: Actor;
  readonly now: string;
}

function windowCondition(show: QueueFilter['show'], now: string): Prisma.Sql | null {
  const limits = limitsAt(now);
  switch (show) {
    case 'all':
    case 'open':
      return null;
    case 'disputed':
      return Prisma.sql`d.state = 'disputed'`;
    case 'overdue':
      return Prisma.sql`d.due_at < ${now}::timestamptz`;
    default: {
      const end = show === 'today' ? limits.endOfToday : limits.endOfWeek;
      return Prisma.sql`d.due_at BETWEEN ${now}::timestamptz AND ${end}::timestamptz`;
    }
  }
}

function assigneeCondition(assignee: string, { actor }: Asked): Prisma.Sql {
  if (assignee === 'nobody') return Prisma.sql`d.assignee IS NULL`;
  const wanted = assignee === 'me' ? actor.id : assignee;
  // The second half lets the partial index on assigned cases serve it.
  return Prisma.sql`d.assignee = ${wanted} AND d.assignee IS NOT NULL`;
}

/**
 * A filter as conditions on `desk_case` (alias `d`), all but its text and its operator: columns that every index of
 * the lists holds, so that they are checked without reading a row.
 */
export function filterConditions(filter: QueueFilter, asked: Asked): readonly Prisma.Sql[] {
  const window = windowCondition(filter.show, asked.now);
  const conditions: (Prisma.Sql | null)[] = [
    isQueue(filter) ? Prisma.sql`d.waiting` : null,
    window,
    filter.state ? Prisma.sql`d.state = ${filter.state}` : null,
    filter.category ? Prisma.sql`d.category = ${filter.category}` : null,
    filter.service ? Prisma.sql`d.service = ${filter.service}` : null,
    filter.region ? Prisma.sql`d.region = ${filter.region}` : null,
    filter.source === 'import' ? Prisma.sql`d.source LIKE 'import:%'` : null,
    filter.source && filter.source !== 'import' ? Prisma.sql`d.source = ${filter.source}` : null,
    filter.assignee ? assigneeCondition(filter.assignee, asked) : null,
    filter.urgent ? Prisma.sql`d.urgent` : null,
    filter.disputed ? Prisma.sql`d.disputed` : null,
    filter.flagged ? Prisma.sql`d.flagged` : null,
  ];
  return conditions.filter(condition => condition !== null);
}

/** `filterConditions` within the asking operator. */
export function deskConditions(filter: QueueFilter, asked: Asked): Prisma.Sql {
  const own = Prisma.sql`d.operator_id = ${asked.actor.organisation}`;
  return Prisma.join([own, ...filterConditions(filter, asked)], ' AND ');
}
