import type { CountedMeasure } from '#app/domain/statistics/contribution.ts';

/**
 * Each counter as a condition on the row of `case` (alias `c`): what domain/statistics/contribution.ts says of a
 * projection, said of its row. The recount and the lists behind the figures read this table, so that a figure and
 * its list can't mean different things.
 */
export const MEASURE_SQL = {
  filed: 'true',
  open: `c.state NOT IN ('closed', 'inadmissible', 'withdrawn')`,
  served: '(c.served_at IS NOT NULL OR c.answered_at IS NOT NULL)',
  answered: 'c.answered_at IS NOT NULL',
  answered_in_time: 'c.answered_in_time IS TRUE',
  answered_late: 'c.answered_in_time IS FALSE',
  breached: 'c.respond_breached',
  deadline_ended: '(c.respond_breached OR c.answered_in_time IS TRUE)',
  missed_unanswered: '(c.respond_breached AND c.answered_in_time IS NULL)',
  remedied_with_money: `c.operator_outcome = 'remedied-with-money'`,
  remedied_without_money: `c.operator_outcome = 'remedied-without-money'`,
  explained: `c.operator_outcome = 'explained'`,
  rejected: `c.operator_outcome = 'rejected'`,
  not_our_customer: `c.operator_outcome = 'not-our-customer'`,
  duplicate: `c.operator_outcome = 'duplicate'`,
  confirmed: `c.complainant_outcome = 'confirmed'`,
  unconfirmed: `c.complainant_outcome = 'unconfirmed'`,
  disputed: 'c.disputes > 0',
  upheld: `c.regulator_outcome = 'upheld'`,
  partly_upheld: `c.regulator_outcome = 'partly_upheld'`,
  not_upheld: `c.regulator_outcome = 'not_upheld'`,
  deemed_upheld: `c.regulator_outcome = 'deemed_upheld'`,
  withdrawn: `c.state = 'withdrawn'`,
  inadmissible: `c.state = 'inadmissible'`,
  closed: `c.state = 'closed'`,
  money_cases: 'c.money_returned_minor > 0',
} as const satisfies Record<CountedMeasure, string>;
