import type { Tx } from '#app/platform/db/client.server.ts';

/** Somebody of the desk who follows a case. */
export interface Watcher {
  readonly caseId: string;
  readonly userId: string;
  readonly email: string;
  readonly language: string;
}

/** Who follows these cases and still works for the operator that has them. Call it as the system. */
export async function watchersOf(tx: Tx, caseIds: readonly string[]): Promise<readonly Watcher[]> {
  if (caseIds.length === 0) return [];
  const ids = [...caseIds];
  return tx.$queryRaw<Watcher[]>`
    SELECT w.case_id AS "caseId", u.id AS "userId", u.email, u.language
    FROM case_watch w JOIN "case" c ON c.id = w.case_id
    JOIN "user" u ON u.id = w.user_id AND u.operator_id = c.operator_id AND u.suspended_at IS NULL
    WHERE w.case_id = ANY(${ids}::uuid[]) AND c.served_at IS NOT NULL`;
}
