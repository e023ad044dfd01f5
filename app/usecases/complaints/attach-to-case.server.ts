import type { EventDraft, RecordedEvent } from '#app/domain/case/events.ts';
import type { Actor } from '#app/domain/case/states.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { Evidence } from '#app/platform/db/generated/client.ts';
import { enqueue } from '#app/platform/queue/queue.server.ts';
import { attachAllEvidence } from '../evidence/attach-evidence.server.ts';
import type { StoredUpload } from '../evidence/receive-evidence.server.ts';
import type { LoadedCase } from './case-store.server.ts';

interface Addition {
  readonly files: readonly StoredUpload[];
  readonly actor: Actor;
  /** ISO instant. */
  readonly now: string;
  /** What the other party is told of the files instead of reading them. */
  readonly withheldAs?: string | null | undefined;
}

function sealedIn(event: RecordedEvent): readonly string[] {
  if (event.type === 'filed') return event.payload.evidence.map(({ evidenceId }) => evidenceId);
  return event.type === 'evidence-added' ? [event.payload.evidenceId] : [];
}

/**
 * Attaches stored files to a case and has their viewing copies made. Returns the events that seal them: one a file,
 * none for a file that the case already has. Throws `too-many-files`.
 */
export async function attachToCase(
  tx: Tx,
  loaded: LoadedCase,
  { files, actor, now, withheldAs }: Addition,
): Promise<readonly EventDraft[]> {
  const rows = await attachAllEvidence(tx, files, {
    owner: { caseId: loaded.id },
    uploadedByRole: actor.role,
    now: new Date(now),
    ...(withheldAs ? { withheld: { as: withheldAs, by: actor.organisation } } : {}),
  });
  const sealed = new Set(loaded.events.flatMap(sealedIn));
  const added = rows.filter(({ id }) => !sealed.has(id));
  return sealInCase(tx, added, { caseId: loaded.id, actor, now });
}

interface Sealing extends Pick<Addition, 'actor' | 'now'> {
  readonly caseId: string;
}

/**
 * Says of files that have become part of a case what the other party is told of confidential ones, and has their viewing
 * copies made. Returns the events that seal them: one a file. Call it as the system.
 */
export async function sealInCase(
  tx: Tx,
  added: readonly Evidence[],
  { caseId, actor, now }: Sealing,
): Promise<readonly EventDraft[]> {
  const annexes = added.flatMap(({ id, withheldAs }) =>
    withheldAs === null
      ? []
      : [{ evidenceId: id, caseId, party: actor.role, description: withheldAs, at: new Date(now) }],
  );
  if (annexes.length > 0) await tx.confidentialAnnex.createMany({ data: annexes });
  if (added.length > 0) {
    await enqueue(
      tx,
      added.map(({ id }) => ({ name: 'make-viewing-copy', data: { evidenceId: id } })),
    );
  }
  return added.map(({ id, sha256, size, mediaType }) => ({
    type: 'evidence-added',
    payload: { evidenceId: id, sha256, size, mediaType },
  }));
}
