import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Field, maySee } from '#app/domain/access/visibility.ts';
import type { RecordedEvent } from '#app/domain/case/events.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { BUNDLE_FORMAT, BUNDLE_PATHS, type BundleManifest } from '#app/domain/evidence/bundle.ts';
import type { CustodyEntry } from '#app/domain/evidence/custody.ts';
import { neutraliseFileName } from '#app/domain/evidence/file-name.ts';
import { isMediaType } from '#app/domain/evidence/media-types.ts';
import { isReleased } from '#app/domain/evidence/standing.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { continueAsSystem, withActor } from '#app/platform/db/client.server.ts';
import type { Evidence } from '#app/platform/db/generated/client.ts';
import { receiptKeyId, receiptKeyPem, signReceipt } from '#app/platform/receipt-key.server.ts';
import { storage } from '#app/platform/storage/storage.server.ts';
import { type ZipEntry, zipStream } from '#app/platform/zip/zip-stream.server.ts';
import { recordedEvent } from '../complaints/case-store.server.ts';
import { activeProfile } from '../profile.server.ts';
import { custodyLines, eventLines, README_TEXT, sumLines } from './bundle-texts.ts';
import { custodyOf, noteCustody } from './custody-log.server.ts';
import { standingOfEvidence } from './evidence-standing.server.ts';

const NEEDED: readonly Field[] = ['evidence-original', 'events'];

type Where = { readonly reference: string } | { readonly id: string };

/** A case as its bundle needs it. */
interface Holding {
  readonly id: string;
  readonly reference: string;
  readonly chain: { readonly seq: number; readonly hash: string };
  readonly evidence: readonly Evidence[];
  readonly events: readonly RecordedEvent[];
  readonly custody: readonly CustodyEntry[];
}

/** An original in the bundle, or the reason why it isn't there. */
interface Piece {
  readonly evidence: Evidence;
  readonly path: string | null;
}

export interface CustodyBundle {
  readonly fileName: string;
  readonly stream: Readable;
}

async function findEvidence(actor: Actor, where: Where) {
  if (!NEEDED.every(field => maySee(actor.role, field))) throw new AppError('forbidden');
  const found = await withActor(actor, tx =>
    tx.case.findUnique({
      where: 'id' in where ? { id: where.id } : { reference: where.reference },
      select: { id: true, evidence: { orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }] } },
    }),
  );
  if (found === null) throw new AppError('not-found');
  return found;
}

/** Read as the system: the chain is whole only with what the actor may not read, which the texts leave out. */
async function readHolding(actor: Actor, caseId: string, evidence: readonly Evidence[]): Promise<Holding> {
  return withActor(actor, async tx => {
    await continueAsSystem(tx);
    const row = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
    const events = await tx.caseEvent.findMany({
      where: { caseId, seq: { lte: row.lastSeq } },
      orderBy: { seq: 'asc' },
    });
    return {
      id: caseId,
      reference: row.reference,
      chain: { seq: row.lastSeq, hash: row.lastHash },
      evidence,
      events: events.map(recordedEvent),
      custody: await custodyOf(tx, caseId),
    };
  });
}

/** Numbered, so that two files of one name stay two; neutral, so that unpacking writes where it should. */
function piecesOf(evidence: readonly Evidence[]): readonly Piece[] {
  const digits = String(evidence.length).length;
  return evidence.map((row, index) => {
    const { fileName, mediaType } = row;
    const name = isMediaType(mediaType) ? neutraliseFileName(fileName, mediaType) : 'file';
    const path = `originals/${String(index + 1).padStart(digits, '0')}-${name}`;
    return { evidence: row, path: isReleased(standingOfEvidence(row)) ? path : null };
  });
}

async function* sealed(stream: AsyncIterable<Buffer>, { storageKey, sha256 }: Evidence) {
  const hash = createHash('sha256');
  for await (const chunk of stream) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== sha256) throw new Error(`The stored file ${storageKey} is not what was sealed`);
}

function originalEntry(path: string, evidence: Evidence): ZipEntry & { readonly sha256: string } {
  const open = async () => Readable.from(sealed(await storage().open(evidence.storageKey), evidence));
  return { path, size: evidence.size, sha256: evidence.sha256, open };
}

function textEntry(path: string, content: string | Buffer): ZipEntry & { readonly sha256: string } {
  const bytes = Buffer.from(content);
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { path, size: bytes.length, sha256: digest, open: async () => Readable.from([bytes]) };
}

function evidenceInManifest({ evidence, path }: Piece): BundleManifest['evidence'][number] {
  const { id, fileName, mediaType, size, uploadedAt, uploadedByRole, scanState } = evidence;
  return {
    evidenceId: id,
    path,
    withheld: path === null ? standingOfEvidence(evidence) : null,
    ...{ fileName, mediaType, size, sha256: evidence.sha256 },
    receivedAt: uploadedAt.toISOString(),
    receivedFrom: uploadedByRole,
    scan: scanState,
  };
}

function manifestOf(
  holding: Holding,
  pieces: readonly Piece[],
  taking: { readonly actor: Actor; readonly now: Date; readonly files: BundleManifest['files'] },
): string {
  const { regulator, defaultLanguage } = activeProfile();
  const manifest: BundleManifest = {
    format: BUNDLE_FORMAT,
    reference: holding.reference,
    caseId: holding.id,
    regulator: regulator.name[defaultLanguage],
    takenBy: taking.actor.role,
    takenAt: taking.now.toISOString(),
    keyId: receiptKeyId(),
    chain: holding.chain,
    files: taking.files,
    evidence: pieces.map(evidenceInManifest),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function entriesOf(holding: Holding, actor: Actor, now: Date): readonly ZipEntry[] {
  const pieces = piecesOf(holding.evidence);
  const content = [
    textEntry(BUNDLE_PATHS.readme, README_TEXT),
    textEntry(BUNDLE_PATHS.key, receiptKeyPem()),
    textEntry(BUNDLE_PATHS.events, eventLines(holding.events, actor.role)),
    textEntry(BUNDLE_PATHS.custody, custodyLines(holding.custody, actor.role)),
    ...pieces.flatMap(({ path, evidence }) => (path === null ? [] : [originalEntry(path, evidence)])),
  ];
  const summed = [...content, textEntry(BUNDLE_PATHS.sums, sumLines(content))];
  const files = summed.map(({ path, size, sha256: digest }) => ({ path, size, sha256: digest }));
  const manifest = manifestOf(holding, pieces, { actor, now, files });
  const signature = Buffer.from(signReceipt(manifest), 'base64url');
  return [
    ...summed,
    textEntry(BUNDLE_PATHS.manifest, manifest),
    textEntry(BUNDLE_PATHS.signature, signature),
  ];
}

/**
 * Everything that proves a case's evidence, as a ZIP while it is read: originals, hashes, the record, who opened
 * what, and a signed list of it all. For the regulator's officers and auditors, and for a complainant as far as it
 * is hers. The taking itself is in the custody log. Throws `forbidden` and `not-found`.
 */
export async function custodyBundle(actor: Actor, where: Where, now: Date): Promise<CustodyBundle> {
  const { id, evidence } = await findEvidence(actor, where);
  const taken = evidence.filter(row => isReleased(standingOfEvidence(row))).map(row => row.id);
  if (taken.length > 0) {
    await noteCustody(actor, { caseId: id, evidenceIds: taken, action: 'bundled', now });
  }
  const holding = await readHolding(actor, id, evidence);
  const entries = entriesOf(holding, actor, now);
  return { fileName: `${holding.reference}-custody.zip`, stream: zipStream(entries) };
}
