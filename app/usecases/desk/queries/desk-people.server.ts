import { type DeskRole, deskRoleOf } from '#app/domain/access/desk-roles.ts';
import type { DeskPerson } from '#app/domain/desk/assignment.ts';
import { isLanguage, type Language } from '#app/domain/shared/language.ts';
import type { Tx } from '#app/platform/db/client.server.ts';

/** Somebody of a desk, with how they work there. */
export interface DeskColleague extends DeskPerson {
  readonly name: string;
  readonly email: string;
  readonly language: Language | null;
  readonly deskRole: DeskRole;
  /** Wants the daily mail. */
  readonly digest: boolean;
}

interface PersonRow extends Omit<DeskColleague, 'language' | 'deskRole'> {
  readonly language: string;
  readonly deskRole: string;
}

/** The people of a desk by name, also those who may not sign in any more. */
export async function deskPeople(tx: Tx, operatorId: string): Promise<readonly DeskColleague[]> {
  const rows = await tx.$queryRaw<PersonRow[]>`
    SELECT u.id, u.name, u.email, u.language, u.desk_role AS "deskRole", u.suspended_at IS NOT NULL AS suspended,
      coalesce(m.takes_cases, true) AS "takesCases", coalesce(m.digest, true) AS digest,
      to_char(m.last_assigned_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "lastAssignedAt",
      m.away_from::text AS "awayFrom", m.away_to::text AS "awayTo", m.cover_id AS "coverId"
    FROM "user" u LEFT JOIN desk_member m ON m.user_id = u.id AND m.operator_id = u.operator_id
    WHERE u.operator_id = ${operatorId} AND u.role = 'liaison' ORDER BY u.name, u.id`;
  return rows.map(({ language, deskRole, ...row }) => ({
    ...row,
    language: isLanguage(language) ? language : null,
    deskRole: deskRoleOf(deskRole),
  }));
}
