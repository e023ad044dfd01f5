/** Categories in which money that was paid is missing: people are cut off until it is found. */
const URGENT_CATEGORIES: readonly string[] = ['prepaid-credit'];

/** Whether the profile's urgent rules apply: somebody depends on the line, or the matter itself can't wait. */
export function isUrgent(complaint: {
  readonly vulnerability: readonly string[];
  readonly category: string;
}): boolean {
  return complaint.vulnerability.length > 0 || URGENT_CATEGORIES.includes(complaint.category);
}
