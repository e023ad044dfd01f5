/** Categories in which money that was paid is missing: people are cut off until it is found. */
const URGENT_CATEGORIES: readonly string[] = ['prepaid-credit'];

/**
 * The urgent lane: whether the profile's urgent rules apply. Either is enough:
 *
 * - somebody depends on the line (any of `VULNERABILITIES`), in whatever category: the operator can't see from the
 *   category what a wrong bill or a lost number does to who needs the line for their health;
 * - the matter itself can't wait (`URGENT_CATEGORIES`), whoever complains.
 *
 * It is derived once, from what was filed, and kept in the `filed` event: a case doesn't change its lane while its
 * clocks run. Which time the lane gives is the rules' matter (`scope.urgent`, `scope.categories`).
 */
export function isUrgent(complaint: {
  readonly vulnerability: readonly string[];
  readonly category: string;
}): boolean {
  return complaint.vulnerability.length > 0 || URGENT_CATEGORIES.includes(complaint.category);
}
