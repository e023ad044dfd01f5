/**
 * That a case (`c`) waits for its operator's answer, whose time (the clock `k`) runs or is over, as conditions. A clock
 * that stands still ends nowhere. The forecast and the lists behind it read this, so that they can't mean different
 * cases.
 */
export const WAITING_ANSWER_SQL = `c.state IN ('served', 'returned', 'disputed')
  AND k.kind = 'respond' AND k.state IN ('running', 'breached') AND k.stopped_at IS NULL`;
