import { SYSTEM } from '#app/domain/case/states.ts';
import { MEASURES, type Measure } from '#app/domain/statistics/contribution.ts';
import { BUCKET_BOUNDS, BUCKET_COUNT } from '#app/domain/statistics/histogram.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { MEASURE_SQL } from './measure-sql.ts';

type Grain = 'day' | 'month';

const TABLES = { day: 'case_stat_day', month: 'case_stat_month' } as const satisfies Record<Grain, string>;
const PERIODS = {
  day: 'c.filed_on',
  month: `date_trunc('month', c.filed_on)::date`,
} as const satisfies Record<Grain, string>;
const CELL = ['operator_id', 'region', 'category', 'track'] as const;

/** Each case once for the operator that has it, and once for each former one that missed its deadline (alias `h`). */
const HOLDERS = `CROSS JOIN LATERAL (
  SELECT c.operator_id, false AS former
  UNION ALL SELECT f.operator_id, true FROM "former_breach" f WHERE f.case_id = c.id) h`;

function sumOf(measure: Measure): string {
  if (measure === 'money_returned_minor') {
    return 'coalesce(sum(c.money_returned_minor) FILTER (WHERE NOT h.former), 0)::bigint';
  }
  const own = `NOT h.former AND ${MEASURE_SQL[measure]}`;
  return `(count(*) FILTER (WHERE ${measure === 'breached' ? `h.former OR ${own}` : own}))::int`;
}

/** Buckets as in domain/statistics/histogram.ts: inclusive upper bounds, the last one open. */
function bucketCount(index: number): string {
  const above = index === 0 ? 'true' : `c.days_to_answer > ${BUCKET_BOUNDS[index - 1]}`;
  const bound = BUCKET_BOUNDS[index];
  const below = bound === undefined ? 'true' : `c.days_to_answer <= ${bound}`;
  return `(count(*) FILTER (WHERE NOT h.former AND c.days_to_answer IS NOT NULL AND ${above} AND ${below}))::int`;
}

function columns(grain: Grain): string {
  return [grain, ...CELL, ...MEASURES, 'histogram'].join(', ');
}

/** Counts every case but those of sandboxes again: the figures as they must be. */
function recount(grain: Grain): string {
  const buckets = Array.from({ length: BUCKET_COUNT }, (_, index) => bucketCount(index)).join(', ');
  const cell = [PERIODS[grain], 'h.operator_id', 'c.region', 'c.category', 'c.track'].join(', ');
  return `SELECT ${cell}, ${MEASURES.map(sumOf).join(', ')}, ARRAY[${buckets}] FROM "case" c ${HOLDERS}
    WHERE h.operator_id NOT LIKE 'sandbox:%' GROUP BY ${cell}`;
}

/** A cell that every case and every missed deadline has left counts nothing; it is no difference to one that isn't there. */
function stored(grain: Grain): string {
  return `SELECT ${columns(grain)} FROM ${TABLES[grain]} WHERE filed <> 0 OR breached <> 0`;
}

/** A cell of the figures that a recount doesn't confirm. */
export interface FigureDifference {
  readonly table: string;
  readonly period: string;
  readonly operatorId: string;
  readonly region: string;
  readonly category: string;
  readonly track: string;
}

async function differencesOf(tx: Tx, grain: Grain, limit: number): Promise<readonly FigureDifference[]> {
  const rows = await tx.$queryRawUnsafe<Omit<FigureDifference, 'table'>[]>(`
    WITH counted(${columns(grain)}) AS (${recount(grain)}), stored AS (${stored(grain)}),
      missing AS (SELECT * FROM counted EXCEPT SELECT * FROM stored),
      excess AS (SELECT * FROM stored EXCEPT SELECT * FROM counted)
    SELECT DISTINCT d.${grain}::text AS period, d.operator_id AS "operatorId", d.region, d.category, d.track
    FROM (SELECT * FROM missing UNION ALL SELECT * FROM excess) d
    ORDER BY 1, 2, 3, 4, 5 LIMIT ${Math.trunc(limit)}`);
  return rows.map(row => ({ table: TABLES[grain], ...row }));
}

/** Compares the figures with a full recount of the cases; empty when they are right. At most `limit` cells a table. */
export function findFigureDifferences(limit = 100): Promise<readonly FigureDifference[]> {
  return withActor(SYSTEM, async tx => [
    ...(await differencesOf(tx, 'day', limit)),
    ...(await differencesOf(tx, 'month', limit)),
  ]);
}

/**
 * Replaces the figures by a full recount. The lock waits for commands under way and makes new ones wait, so
 * nothing is counted twice or lost; pages go on reading the old figures meanwhile.
 */
export function rebuildFigures(): Promise<void> {
  return withActor(SYSTEM, async tx => {
    await tx.$executeRawUnsafe(`LOCK TABLE ${TABLES.day}, ${TABLES.month} IN EXCLUSIVE MODE`);
    for (const grain of ['day', 'month'] as const) {
      await tx.$executeRawUnsafe(`DELETE FROM ${TABLES[grain]}`);
      await tx.$executeRawUnsafe(`INSERT INTO ${TABLES[grain]} (${columns(grain)}) ${recount(grain)}`);
    }
  });
}
