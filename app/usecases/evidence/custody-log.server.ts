import type { Actor, Role } from '#app/domain/case/states.ts';
import type { CustodyAction, CustodyEntry } from '#app/domain/evidence/custody.ts';
import { ACTOR_OF_STATEMENT, runAsActor, type Tx } from '#app/platform/db/client.server.ts';
import type { CustodyEntry as CustodyRow } from '#app/platform/db/generated/client.ts';
import { prepared } from '#app/platform/db/prepared.server.ts';

/** What was done with which files of a case. */
interface Doing {
  readonly caseId: string;
  readonly evidenceIds: readonly string[];
  readonly action: CustodyAction;
  readonly now: Date;
}

const ROWS = `SELECT x.case_id, x.evidence_id, x.action, x.at, x.actor_role, x.actor_id, x.actor_name, x.actor_organisation
  FROM actor, jsonb_to_recordset($2::jsonb) AS x(case_id uuid, evidence_id uuid, action text, at timestamptz,
    actor_role text, actor_id text, actor_name text, actor_organisation text)`;

const INTO = `INSERT INTO "custody_entry"
  (case_id, evidence_id, action, at, actor_role, actor_id, actor_name, actor_organisation)`;

const NOTE = prepared(`WITH ${ACTOR_OF_STATEMENT} ${INTO} ${ROWS}`);

/** Writes down what somebody does with evidence, in one round trip, before the first byte leaves. */
export function noteCustody(actor: Actor, { caseId, evidenceIds, action, now }: Doing): Promise<void> {
  const rows = evidenceIds.map(evidenceId => ({
    case_id: caseId,
    evidence_id: evidenceId,
    action,
    at: now,
    actor_role: actor.role,
    actor_id: actor.id,
    actor_name: actor.name,
    actor_organisation: actor.organisation,
  }));
  return runAsActor(actor, { text: NOTE, values: [JSON.stringify(rows)] });
}

function custodyEntry(row: CustodyRow): CustodyEntry {
  const { evidenceId, actorId, actorName, actorOrganisation } = row;
  return {
    ...{ evidenceId, actorId, actorName, actorOrganisation },
    action: row.action as CustodyAction,
    at: row.at.toISOString(),
    actorRole: row.actorRole as Role,
  };
}

/** A case's custody in its order. Row-level security shows it to the regulator and to the system only. */
export async function custodyOf(tx: Tx, caseId: string): Promise<readonly CustodyEntry[]> {
  const rows = await tx.custodyEntry.findMany({ where: { caseId }, orderBy: { id: 'asc' } });
  return rows.map(custodyEntry);
}
