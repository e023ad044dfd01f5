import { detailsOf } from '#app/domain/case/answer-details.ts';
import { CATEGORY_KEYS, issuesOf } from '#app/domain/taxonomy/taxonomy.ts';

/** What a row says of its case, for reading. */
export const READ_COLUMNS = [
  'reference',
  'version',
  'state',
  'due',
  'issue',
  'customer',
  'line',
  'account',
] as const;

/** What the desk fills in for the issue of the row; `message` in the first row of a case. */
export const FILLED_COLUMNS = ['outcome', 'cause', 'action', 'date', 'amount', 'proof', 'message'] as const;

const DETAIL = 'details.';

/** The columns of what some categories ask besides. */
export const DETAIL_COLUMNS: readonly string[] = [
  ...new Set(
    CATEGORY_KEYS.flatMap(issuesOf).flatMap(issue => detailsOf(issue).map(({ key }) => `${DETAIL}${key}`)),
  ),
];

export const COLUMNS: readonly string[] = [...READ_COLUMNS, ...FILLED_COLUMNS, ...DETAIL_COLUMNS];

/** The key of a detail by its column. */
export function detailKey(column: string): string {
  return column.slice(DETAIL.length);
}
