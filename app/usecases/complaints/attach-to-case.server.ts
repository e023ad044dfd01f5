import type { EventDraft, RecordedEvent } from '#app/domain/case/events.ts';
import type { Actor } from '#app/domain/case/states.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
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
  if (withheldAs && added.length > 0) {
    const annex = { caseId: loaded.id, party: actor.role, description: withheldAs, at: new Date(now) };
    await tx.confidentialAnnex.createMany({ data: added.map(({ id }) => ({ evidenceId: id, ...annex })) });
  }
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
