import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SYSTEM } from '#app/domain/case/states.ts';
import type { CopyState } from '#app/domain/evidence/copy.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { type CleanFileOptions, cleanFile } from '#app/platform/media/clean-file.server.ts';
import { previewPath } from '#app/platform/media/made-copy.ts';
import { inWorkFolder } from '#app/platform/media/work-folder.server.ts';
import { storage } from '#app/platform/storage/storage.server.ts';
import { scanEvidence } from './scan-evidence.server.ts';

/** Fifty pages drawn as pictures can outgrow the file that they come from. */
const MAX_COPY_BYTES = 200 * 1024 * 1024;

type CopyLimits = Pick<CleanFileOptions, 'timeLimitSeconds'>;

interface Sealed {
  readonly storageKey: string;
  readonly sha256: string;
  readonly mediaType: string;
}

interface CopyOutcome {
  readonly copyState: CopyState;
  readonly copyKey?: string;
  readonly copyMediaType?: string;
  readonly copyError?: string;
  readonly pageCount?: number | null;
  readonly previewKeys?: string[];
}

async function fetchOriginal({ storageKey, sha256 }: Sealed, path: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(
    await storage().open(storageKey),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o400 }),
  );
  if (hash.digest('hex') !== sha256) throw new Error(`The stored file ${storageKey} is not what was sealed`);
}

async function store(path: string): Promise<string> {
  const { key } = await storage().put(createReadStream(path), { tree: 'copies', maxBytes: MAX_COPY_BYTES });
  return key;
}

function copyOf(evidence: Sealed, limits: CopyLimits): Promise<CopyOutcome> {
  return inWorkFolder(async folder => {
    const input = join(folder, 'original');
    const output = join(folder, 'out', 'copy');
    await mkdir(join(folder, 'out'));
    await fetchOriginal(evidence, input);
    const cleaned = await cleanFile({ ...limits, input, output, mediaType: evidence.mediaType });
    if (!cleaned.ok) return { copyState: 'failed', copyError: cleaned.error };
    const { mediaType: copyMediaType, pages: pageCount, previews } = cleaned;
    const copyKey = await store(output);
    const previewKeys: string[] = [];
    for (let number = 0; number < previews; number += 1) {
      previewKeys.push(await store(previewPath(output, number)));
    }
    return { copyState: 'ready', copyKey, copyMediaType, pageCount, previewKeys };
  });
}

/**
 * Has a file scanned, then makes the cleaned copy that people view, once; a file that can't be cleaned is marked with
 * the reason, one that waits for the scanner or is infected gets no copy. May be repeated at any time. Undefined when
 * the evidence is gone (its draft was given up). Rejects when storage or database fail, or the original is not what
 * was sealed: the job is then tried again.
 */
export async function makeViewingCopy(
  evidenceId: string,
  now: Date,
  limits: CopyLimits = {},
): Promise<CopyState | undefined> {
  const evidence = await withActor(SYSTEM, tx => tx.evidence.findUnique({ where: { id: evidenceId } }));
  if (evidence === null) return undefined;
  const scanState = await scanEvidence(evidence, now);
  if (evidence.copyState === 'ready' || evidence.copyState === 'failed') return evidence.copyState;
  if (scanState === 'pending' || scanState === 'infected') return 'pending';
  const outcome = await copyOf(evidence, limits);
  const where = { id: evidenceId, copyState: 'pending' };
  await withActor(SYSTEM, tx => tx.evidence.updateMany({ where, data: outcome }));
  return outcome.copyState;
}
