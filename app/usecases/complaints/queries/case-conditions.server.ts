import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { MEASURE_SQL } from '#app/usecases/statistics/measure-sql.ts';
import { WAITING_ANSWER_SQL } from '#app/usecases/statistics/waiting-answer-sql.ts';
import { activeProfile } from '../../profile.server.ts';
import { type CaseFilter, LATE, measuresOf } from '../case-filter.schema.ts';

/** States in which a clock of the operator can run; the partial index `case_due` has the same. */
const OVERDUE = Prisma.raw(`c.state IN ('served', 'returned', 'disputed') AND c.due_at`);

/** Waits for an answer that is due on a day in the regulator's zone, or was before today. */
function answerDue(due: NonNullable<CaseFilter['due']>, now: string): Prisma.Sql {
  const { timeZone } = activeProfile();
  const day = Prisma.sql`(k.due_at AT TIME ZONE ${timeZone})::date`;
  const when =
    due === LATE
      ? Prisma.sql`${day} < ${localDateOf(now, timeZone)}::date`
      : Prisma.sql`${day} = ${due}::date`;
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "clock" k WHERE k.case_id = c.case_id AND ${Prisma.raw(WAITING_ANSWER_SQL)} AND ${when})`;
}

/**
 * A filter as conditions on the lines that it chooses from (`linesFor`, alias `c`), all but its text. Row-level security adds what the actor may see.
 * A period is one of days in the regulator's zone; the same in instants, two days wider for every zone's sake, lets
 * it be found in the indexes, which are by instant.
 * @param now ISO instant, against which a case is overdue
 */
export function caseConditions(filter: CaseFilter, now: string): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (filter.operator) conditions.push(Prisma.sql`c.operator_id = ${filter.operator}`);
  if (filter.state) conditions.push(Prisma.sql`c.state = ${filter.state}`);
  if (filter.category) conditions.push(Prisma.sql`c.category = ${filter.category}`);
  if (filter.region) conditions.push(Prisma.sql`c.region = ${filter.region}`);
  if (filter.track) conditions.push(Prisma.sql`c.track = ${filter.track}`);
  if (filter.from) {
    conditions.push(
      Prisma.sql`c.filed_on >= ${filter.from}::date AND c.filed_at >= ${filter.from}::date - 2`,
    );
  }
  if (filter.to) {
    conditions.push(Prisma.sql`c.filed_on <= ${filter.to}::date AND c.filed_at < ${filter.to}::date + 3`);
  }
  if (filter.is === 'overdue') conditions.push(Prisma.sql`${OVERDUE} < ${now}::timestamptz`);
  if (filter.is === 'interim-requested') conditions.push(Prisma.sql`c.interim = 'requested'`);
  if (filter.due) conditions.push(answerDue(filter.due, now));
  for (const measure of measuresOf(filter)) conditions.push(Prisma.raw(MEASURE_SQL[measure]));
  if (filter.same) {
    conditions.push(Prisma.sql`(c.complainant_key, c.operator_id) = (
      SELECT f.complainant_key, f.operator_id FROM "case" f WHERE f.reference = ${filter.same})`);
  }
  return conditions;
}

export function allOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join([...conditions], ' AND ');
}
