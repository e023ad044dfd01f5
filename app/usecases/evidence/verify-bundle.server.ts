import { createHash, createPublicKey, verify } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { GENESIS_HASH, sealedText } from '#app/domain/case/event-chain.ts';
import type { RecordedEvent } from '#app/domain/case/events.ts';
import {
  BUNDLE_PATHS,
  BUNDLED_EVENT,
  type BundledEvent,
  type BundleManifest,
  MANIFEST,
} from '#app/domain/evidence/bundle.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { zipStream } from '#app/platform/zip/zip-stream.server.ts';

/** What is wrong, and with which file of the bundle (`zip` for the archive itself). */
export interface BundleFault {
  readonly path: string;
  readonly fault: string;
}

export interface BundleVerdict {
  readonly faults: readonly BundleFault[];
  /** Null when there is none that can be read. */
  readonly manifest: BundleManifest | null;
  /** The enclosed public key as PEM. */
  readonly key: string | null;
}

type Files = ReadonlyMap<string, Buffer>;

async function unpack(zip: Buffer): Promise<Files> {
  const files = new Map<string, Buffer>();
  const archive = await fromBufferPromise(zip, { lazyEntries: true, strictFileNames: true });
  for await (const entry of archive.eachEntry()) {
    if (files.has(entry.fileName)) throw new Error(`${entry.fileName} is there twice`);
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  }
  return files;
}

/** What the archive says around its files (names, dates, order, anything appended) is checked by packing it again. */
async function faultsOfArchive(zip: Buffer, files: Files): Promise<BundleFault[]> {
  const entries = [...files].map(([path, bytes]) => ({
    path,
    size: bytes.length,
    open: async () => Readable.from([bytes]),
  }));
  const again = await buffer(zipStream(entries));
  if (again.equals(zip)) return [];
  const at = again.findIndex((byte, index) => byte !== zip[index]);
  return [
    { path: 'zip', fault: `the archive around its files was changed at byte ${at < 0 ? again.length : at}` },
  ];
}

function isSigned(manifest: Buffer, signature: Buffer, pem: string): boolean {
  try {
    return verify(null, manifest, createPublicKey(pem), signature);
  } catch {
    return false;
  }
}

function faultsOfFiles(files: Files, manifest: BundleManifest): BundleFault[] {
  const expected = new Map(manifest.files.map(file => [file.path, file]));
  const outside: readonly string[] = [BUNDLE_PATHS.manifest, BUNDLE_PATHS.signature];
  const added = [...files.keys()].filter(path => !expected.has(path) && !outside.includes(path));
  const changed = manifest.files.flatMap(({ path, sha256: digest }) => {
    const bytes = files.get(path);
    if (bytes === undefined) return [{ path, fault: 'is missing' }];
    const same = createHash('sha256').update(bytes).digest('hex') === digest;
    return same ? [] : [{ path, fault: 'was changed: its SHA-256 is not the one that was signed' }];
  });
  return [...added.map(path => ({ path, fault: 'was added' })), ...changed];
}

function faultOfEvent(caseId: string, line: BundledEvent, previous: BundledEvent | undefined): string | null {
  const { seq, previousHash, hash, event, withheld } = line;
  if (seq !== (previous?.seq ?? 0) + 1) return 'is not numbered after the one before';
  if (previousHash !== (previous?.hash ?? GENESIS_HASH)) return 'does not follow from the one before';
  if (withheld !== undefined) return null;
  const sealed = { ...event, seq, previousHash } as Omit<RecordedEvent, 'hash'>;
  return sha256(sealedText(caseId, sealed)) === hash ? null : 'has a seal that does not fit its content';
}

function faultsOfEvents(text: string, manifest: BundleManifest): BundleFault[] {
  const path = BUNDLE_PATHS.events;
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map(line => BUNDLED_EVENT.parse(JSON.parse(line)));
  const faults = lines.flatMap((line, index) => {
    const fault = faultOfEvent(manifest.caseId, line, lines[index - 1]);
    return fault === null ? [] : [{ path, fault: `event ${line.seq} ${fault}` }];
  });
  const last = lines.at(-1);
  if (last?.seq !== manifest.chain.seq || last.hash !== manifest.chain.hash) {
    faults.push({ path, fault: 'does not end where the manifest says' });
  }
  const sealed = lines.map(({ event }) => JSON.stringify(event ?? {})).join('\n');
  for (const { sha256: digest, evidenceId } of manifest.evidence) {
    if (!sealed.includes(digest)) faults.push({ path, fault: `does not seal the evidence ${evidenceId}` });
  }
  return faults;
}

function readManifest(files: Files): BundleManifest | null {
  try {
    return MANIFEST.parse(JSON.parse(files.get(BUNDLE_PATHS.manifest)?.toString() ?? ''));
  } catch {
    return null;
  }
}

function orFault(path: string, work: () => BundleFault[]): BundleFault[] {
  try {
    return work();
  } catch {
    return [{ path, fault: 'can not be read' }];
  }
}

function faultsOfSignature(files: Files, trusted: readonly string[]): BundleFault[] {
  const enclosed = files.get(BUNDLE_PATHS.key)?.toString() ?? '';
  const keys = trusted.length === 0 ? [enclosed] : trusted;
  const manifest = files.get(BUNDLE_PATHS.manifest) ?? Buffer.alloc(0);
  const signature = files.get(BUNDLE_PATHS.signature) ?? Buffer.alloc(0);
  if (keys.some(pem => isSigned(manifest, signature, pem))) return [];
  const { manifest: path, signature: beside, key } = BUNDLE_PATHS;
  return [{ path, fault: `is not what was signed, or ${beside} or ${key} was changed` }];
}

/**
 * Checks a custody bundle by itself: no portal, no database, nothing kept. Without `trusted` keys (PEM) the
 * signature is checked with the enclosed key, which its reader then has to compare with the published one.
 */
export async function verifyBundle(zip: Buffer, trusted: readonly string[] = []): Promise<BundleVerdict> {
  const files = await unpack(zip).catch((error: Error) => error);
  if (files instanceof Error) {
    const fault = `the archive can not be read: ${files.message}`;
    return { faults: [{ path: 'zip', fault }], manifest: null, key: null };
  }
  const manifest = readManifest(files);
  const key = files.get(BUNDLE_PATHS.key)?.toString() ?? null;
  const faults = faultsOfSignature(files, trusted);
  if (manifest === null) {
    return { faults: [...faults, { path: BUNDLE_PATHS.manifest, fault: 'can not be read' }], manifest, key };
  }
  const events = files.get(BUNDLE_PATHS.events)?.toString() ?? '';
  faults.push(...faultsOfFiles(files, manifest));
  faults.push(...orFault(BUNDLE_PATHS.events, () => faultsOfEvents(events, manifest)));
  faults.push(...(await faultsOfArchive(zip, files)));
  return { faults, manifest, key };
}
