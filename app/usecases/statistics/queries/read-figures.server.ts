import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { MEASURES } from '#app/domain/statistics/contribution.ts';
import { BUCKET_COUNT } from '#app/domain/statistics/histogram.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { type Figures, figuresFrom, grainOf } from '../figures.ts';
import type { FiguresFilter } from '../figures-filter.schema.ts';
import { statCells } from './stat-cells.server.ts';

const count = z.number();

const OperatorRow = z.object({
  id: z.string(),
  name: z.string(),
  subscribers: count,
  measures: z.array(count).length(MEASURES.length),
  histogram: z.array(count).length(BUCKET_COUNT),
});

const SliceRow = z.object({
  dimension: z.enum(['category', 'region', 'period']),
  key: z.string(),
  filed: count,
  answered: count,
  answered_in_time: count,
  answered_late: count,
  breached: count,
  disputed: count,
});

const OPERATOR_COLUMNS = Prisma.raw(
  `s.operator_id, ${MEASURES.map(name => `s.${name}`).join(', ')}, s.histogram`,
);
const SLICE_COLUMNS = Prisma.raw(
  's.category, s.region, s.filed, s.answered, s.answered_in_time, s.answered_late, s.breached, s.disputed',
);
/** Sums of whole numbers stay exact as float8 up to 2⁵³: more centimes than any operator has. */
const MEASURE_SUMS = Prisma.raw(`ARRAY[${MEASURES.map(name => `sum(${name})::float8`).join(', ')}]`);
const HISTOGRAM_SUMS = Prisma.raw(
  `ARRAY[${Array.from({ length: BUCKET_COUNT }, (_, index) => `sum(histogram[${index + 1}])::float8`).join(', ')}]`,
);
const ZEROS = (length: number) => Prisma.raw(`array_fill(0::float8, ARRAY[${length}])`);

/** Cases that an operator has, or deadlines that it missed of cases that it has no more. */
const COUNTED = Prisma.raw(
  (['filed', 'breached'] as const).map(name => `f.measures[${MEASURES.indexOf(name) + 1}] > 0`).join(' OR '),
);

interface Question {
  readonly filter: FiguresFilter;
  readonly today: string;
}

/** Every counter by operator, the operators without a case included: a register's silence is a figure, too. */
async function readOperators(tx: Tx, question: Question) {
  const cells = statCells({ ...question, columns: OPERATOR_COLUMNS, grain: grainOf(question.filter) });
  const only = question.filter.operator;
  const chosen = only === undefined ? Prisma.sql`true` : Prisma.sql`o.id = ${only}`;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT o.id, o.name, o.subscribers, coalesce(f.measures, ${ZEROS(MEASURES.length)}) AS measures,
      coalesce(f.histogram, ${ZEROS(BUCKET_COUNT)}) AS histogram
    FROM operator o LEFT JOIN (
      SELECT operator_id, ${MEASURE_SUMS} AS measures, ${HISTOGRAM_SUMS} AS histogram
      FROM (${cells}) cells GROUP BY operator_id) f ON f.operator_id = o.id
    WHERE ${chosen} AND (o.active OR ${COUNTED}) ORDER BY o.name`;
  return z.array(OperatorRow).parse(rows);
}

/** The few counters that are shown by category, region and time, from one pass over the same rows. */
async function readSlices(tx: Tx, question: Question) {
  const cells = statCells({ ...question, columns: SLICE_COLUMNS, grain: grainOf(question.filter) });
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT CASE WHEN grouping(category) = 0 THEN 'category' WHEN grouping(region) = 0 THEN 'region' ELSE 'period' END AS dimension,
      coalesce(category, region, period::text) AS key, sum(filed)::float8 AS filed, sum(answered)::float8 AS answered,
      sum(answered_in_time)::float8 AS answered_in_time, sum(answered_late)::float8 AS answered_late, sum(breached)::float8 AS breached, sum(disputed)::float8 AS disputed
    FROM (${cells}) cells GROUP BY GROUPING SETS ((category), (region), (period)) ORDER BY 1, 3 DESC, 2`;
  return z.array(SliceRow).parse(rows);
}

/** The figures of a period, from the sums that every event keeps up to date: no case is read. */
export function readFigures(actor: Actor, filter: FiguresFilter, now: string): Promise<Figures> {
  const question = { filter, today: localDateOf(now, activeProfile().timeZone) };
  return withActor(actor, async tx => {
    const operators = await readOperators(tx, question);
    const slices = await readSlices(tx, question);
    return figuresFrom(operators, slices, filter);
  });
}
