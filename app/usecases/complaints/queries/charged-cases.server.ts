import type { CountedMeasure } from '#app/domain/statistics/contribution.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { type CaseFilter, measuresOf } from '../case-filter.schema.ts';

/** Figures of missed deadlines: they charge the operator that missed one, whoever has the case now. */
const CHARGING: readonly CountedMeasure[] = ['breached', 'deadline_ended', 'missed_unanswered'];

const COLUMNS = `c.id AS case_id, c.id, c.reference, c.state, c.track, c.operator_id, c.category, c.region, c.urgent,
  c.filed_at, c.filed_on, c.served_at, c.answered_at, c.due_at, c.due_clock, c.answered_in_time, c.respond_breached,
  c.days_to_answer, c.operator_outcome, c.complainant_outcome, c.regulator_outcome, c.disputes, c.money_returned_minor,
  c.currency, c.complainant_key, c.interim, false AS former`;

/** A line for who was late and has the case no more: what came of it since is not that operator's. */
const FORMER_COLUMNS = `f.case_id, f.id, f.reference, k.state, f.track, f.operator_id, f.category, f.region,
  coalesce(k.urgent, false) AS urgent, f.filed_at, f.filed_on, NULL::timestamptz(3) AS served_at,
  NULL::timestamptz(3) AS answered_at, NULL::timestamptz(3) AS due_at, NULL::text AS due_clock,
  NULL::boolean AS answered_in_time, true AS respond_breached, NULL::int AS days_to_answer,
  NULL::text AS operator_outcome, NULL::text AS complainant_outcome, NULL::text AS regulator_outcome, 0 AS disputes,
  0::bigint AS money_returned_minor, coalesce(k.currency, '') AS currency, NULL::text AS complainant_key,
  NULL::text AS interim, true AS former`;

const CASES = Prisma.raw(`(SELECT ${COLUMNS} FROM "case" c) c`);

// An operator reads its own lines, not the case behind them: the join finds it for the regulator alone.
const CASES_AND_FORMER = Prisma.raw(`(
  SELECT ${COLUMNS} FROM "case" c
  UNION ALL
  SELECT ${FORMER_COLUMNS} FROM "former_breach" f LEFT JOIN "case" k ON k.id = f.case_id) c`);

/**
 * The lines that a list's filter chooses from (alias `c`): the cases; where missed deadlines are asked for, also those
 * of operators from which the case was taken since. Such a line has an `id` of its own, and `case_id` is the case.
 */
export function linesFor(filter: CaseFilter): Prisma.Sql {
  return measuresOf(filter).some(measure => CHARGING.includes(measure)) ? CASES_AND_FORMER : CASES;
}
