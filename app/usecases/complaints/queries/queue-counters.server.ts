import type { Tx } from '#app/platform/db/client.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { isQueue, type QueueFilter } from '../queue-filter.schema.ts';
import { type Asked, filterConditions, limitsAt } from './queue-conditions.server.ts';

/** What waits at a desk, by the views over the queue. */
export interface QueueCounters {
  readonly open: number;
  readonly today: number;
  readonly week: number;
  readonly overdue: number;
  readonly disputed: number;
  /** Assigned to who asks. */
  readonly mine: number;
  readonly unassigned: number;
  /** What each of the asked filters shows, in their order; null for one that leaves the queue or looks for a text. */
  readonly filtered: readonly (number | null)[];
}

type Counted = Omit<QueueCounters, 'filtered'> & { readonly filtered: readonly number[] };

const NO_CASES: Counted = {
  ...{ open: 0, today: 0, week: 0, overdue: 0, disputed: 0 },
  ...{ mine: 0, unassigned: 0, filtered: [] },
};

function countOf(filter: QueueFilter, asked: Asked): Prisma.Sql {
  const conditions = Prisma.join([...filterConditions(filter, asked)], ' AND ');
  return Prisma.sql`count(*) FILTER (WHERE ${conditions})::int`;
}

function countersSql(asked: Asked, filters: readonly QueueFilter[]): Prisma.Sql {
  const { actor, now } = asked;
  const limits = limitsAt(now);
  const filtered = filters.map(filter => countOf(filter, asked));
  return Prisma.sql`
    SELECT count(*)::int AS open,
      count(*) FILTER (WHERE d.due_at BETWEEN ${now}::timestamptz AND ${limits.endOfToday}::timestamptz)::int AS today,
      count(*) FILTER (WHERE d.due_at BETWEEN ${now}::timestamptz AND ${limits.endOfWeek}::timestamptz)::int AS week,
      count(*) FILTER (WHERE d.due_at < ${now}::timestamptz)::int AS overdue,
      count(*) FILTER (WHERE d.state = 'disputed')::int AS disputed,
      count(*) FILTER (WHERE d.assignee = ${actor.id})::int AS mine,
      count(*) FILTER (WHERE d.assignee IS NULL)::int AS unassigned,
      ARRAY[${filtered.length === 0 ? Prisma.empty : Prisma.join(filtered)}]::int[] AS filtered
    FROM desk_case d WHERE d.operator_id = ${actor.organisation} AND d.waiting`;
}

/** Counts everything over the queue by one walk along the narrow index of what waits. */
export async function queueCounters(
  tx: Tx,
  asked: Asked,
  filters: readonly QueueFilter[] = [],
): Promise<QueueCounters> {
  const counted = filters.filter(isQueue);
  const [counters = NO_CASES] = await tx.$queryRaw<Counted[]>(countersSql(asked, counted));
  const counts = new Map(counted.map((filter, index) => [filter, counters.filtered[index] ?? 0]));
  return { ...counters, filtered: filters.map(filter => counts.get(filter) ?? null) };
}
