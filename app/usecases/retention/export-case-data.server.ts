import { PassThrough, type Readable } from 'node:stream';
import yazl from 'yazl';
import type { Actor } from '#app/domain/case/states.ts';
import { isReleased } from '#app/domain/evidence/standing.ts';
import { continueAsSystem, withActor } from '#app/platform/db/client.server.ts';
import { log } from '#app/platform/log.server.ts';
import { storage } from '#app/platform/storage/storage.server.ts';
import { complainantCase } from '../complaints/queries/complainant-case.server.ts';
import { noteCustody } from '../evidence/custody-log.server.ts';
import { standingOfEvidence } from '../evidence/evidence-standing.server.ts';

type Complainant = Actor & { readonly caseId: string };

/** What an instance holds about a complainant, besides what the case's page shows. */
async function heldBeside(actor: Complainant) {
  const where = { caseId: actor.caseId };
  return withActor(actor, async tx => {
    const rating = await tx.experienceRating.findUnique({ where });
    const own = { ...where, uploadedByRole: 'complainant', NOT: { storageKey: '' } };
    const uploaded = await tx.evidence.findMany({ where: own, orderBy: { uploadedAt: 'asc' } });
    const files = uploaded.filter(row => isReleased(standingOfEvidence(row)));
    await continueAsSystem(tx);
    const choice = await tx.notificationChoice.findUnique({ where });
    const sent = await tx.mailOutbox.findMany({
      where: { ...where, deliveryId: null, NOT: { kind: { startsWith: 'operator.' } } },
      select: {
        kind: true,
        channel: true,
        recipient: true,
        subject: true,
        text: true,
        state: true,
        sentAt: true,
      },
      orderBy: { createdAt: 'asc' },
    });
    const messagesSent = sent.filter(({ kind }) => !kind.startsWith('regulator.'));
    return { rating, files, choice, messagesSent };
  });
}

function entryName(index: number, fileName: string): string {
  return `files/${String(index + 1).padStart(2, '0')}-${fileName}`;
}

/** A file that can't be opened breaks the archive off: a whole archive has every file. */
function addFile(zip: yazl.ZipFile, file: { storageKey: string; size: number }, name: string): void {
  zip.addReadStreamLazy(name, { size: file.size, compress: false }, pass => {
    storage()
      .open(file.storageKey)
      .then(
        stream => pass(null, stream),
        error => zip.emit('error', error),
      );
  });
}

/**
 * Everything that is held about the complainant of a case, as a ZIP that is written while it is read: `data.json` with
 * what was filed, written, recorded and sent, and the originals of the files that came from the complainant and were found
 * harmless.
 * @param now ISO instant
 * @throws AppError not-found
 */
export async function exportCaseData(
  actor: Complainant,
  now: string,
): Promise<{ readonly reference: string; readonly stream: Readable }> {
  const { seen, standing, next } = await complainantCase(actor, now);
  const { rating, files, choice, messagesSent } = await heldBeside(actor);
  const named = files.map((file, index) => ({ ...file, entry: entryName(index, file.fileName) }));
  const content = {
    exportedAt: now,
    case: { state: standing.state, next, ...seen },
    notifications: choice && {
      byMail: choice.byMail,
      bySms: choice.bySms,
      language: choice.language,
      stoppedAt: choice.stoppedAt,
    },
    rating,
    messagesSent,
    files: named.map(({ id, entry, sha256, size, mediaType, uploadedAt }) => ({
      ...{ id, sha256, size, mediaType, uploadedAt },
      file: entry,
    })),
  };
  if (named.length > 0) {
    const evidenceIds = named.map(({ id }) => id);
    await noteCustody(actor, { caseId: actor.caseId, evidenceIds, action: 'bundled', now: new Date(now) });
  }
  const zip = new yazl.ZipFile();
  const stream = zip.outputStream.pipe(new PassThrough());
  zip.on('error', error => {
    log.error({ err: error, caseId: actor.caseId }, 'an export broke off');
    stream.destroy(error);
  });
  zip.addBuffer(Buffer.from(JSON.stringify(content, null, 2)), 'data.json');
  for (const file of named) addFile(zip, file, file.entry);
  zip.end();
  return { reference: seen['case-summary']?.reference ?? '', stream };
}
