import { splitPeriod } from '#app/domain/statistics/period.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { type CellFilter, OPEN_PERIOD } from '../figures-filter.schema.ts';

const DIMENSIONS = {
  operator: 'operator_id',
  category: 'category',
  region: 'region',
  track: 'track',
} as const;

/** What a filter narrows besides its period, as further conditions on rows of statistics (`s`) or on cases (`c`). */
export function cellConditions(filter: CellFilter, alias: 's' | 'c'): Prisma.Sql {
  const conditions = Object.entries(DIMENSIONS).flatMap(([name, column]) => {
    const wanted = filter[name as keyof typeof DIMENSIONS];
    return wanted === undefined ? [] : [Prisma.sql`AND ${Prisma.raw(`${alias}.${column}`)} = ${wanted}`];
  });
  return conditions.length === 0 ? Prisma.empty : Prisma.join(conditions, ' ');
}

function within(column: Prisma.Sql, span: { from: string; to: string }): Prisma.Sql {
  return Prisma.sql`${column} BETWEEN ${span.from}::date AND ${span.to}::date`;
}

const DAY = Prisma.raw('s.day');
const MONTH = Prisma.raw('s.month');

interface CellQuestion {
  readonly filter: CellFilter;
  /** Columns of a statistics row (alias `s`) that are wanted. */
  readonly columns: Prisma.Sql;
  /** The day that it is: nothing is filed later. */
  readonly today: string;
  /** `day` reads every day on its own; `month` reads whole months where it can. */
  readonly grain: 'day' | 'month';
}

/** A sub-select of the statistics rows that a filter covers, each with its `period` (a day or a month's first). */
export function statCells({ filter, columns, today, grain }: CellQuestion): Prisma.Sql {
  const span = { from: filter.from ?? OPEN_PERIOD.from, to: filter.to ?? OPEN_PERIOD.to };
  const where = cellConditions(filter, 's');
  const byDay = (period: Prisma.Sql, days: Prisma.Sql) =>
    Prisma.sql`SELECT ${period} AS period, ${columns} FROM case_stat_day s WHERE (${days}) ${where}`;
  if (grain === 'day') return byDay(DAY, within(DAY, span));
  const { months, days } = splitPeriod(span, today);
  const parts: Prisma.Sql[] = [];
  if (months !== null) {
    parts.push(
      Prisma.sql`SELECT ${MONTH} AS period, ${columns} FROM case_stat_month s WHERE ${within(MONTH, months)} ${where}`,
    );
  }
  if (days.length > 0 || months === null) {
    const ragged =
      days.length === 0
        ? Prisma.sql`false`
        : Prisma.join(
            days.map(part => within(DAY, part)),
            ' OR ',
          );
    parts.push(byDay(Prisma.sql`date_trunc('month', ${DAY})::date`, ragged));
  }
  return Prisma.join(parts, ' UNION ALL ');
}
