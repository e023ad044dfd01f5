/** Columns that a person can have in the queue besides the reference, in the order in which they are offered. */
export const QUEUE_COLUMNS = [
  'due',
  'about',
  'state',
  'assignee',
  'who',
  'region',
  'filed',
  'service',
  'source',
] as const;
export type QueueColumn = (typeof QUEUE_COLUMNS)[number];

/** What the queue shows to who has chosen nothing. */
export const USUAL_COLUMNS = ['due', 'about', 'state', 'assignee', 'who', 'region', 'filed'] as const;

/** Those of the given names that are columns, in the queue's order; the usual ones when none is. */
export function queueColumns(given: readonly string[]): readonly QueueColumn[] {
  const chosen = QUEUE_COLUMNS.filter(column => given.includes(column));
  return chosen.length === 0 ? USUAL_COLUMNS : chosen;
}
