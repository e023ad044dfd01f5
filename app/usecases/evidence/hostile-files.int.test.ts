import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftActor, SYSTEM } from '#app/domain/case/states.ts';
import { MEDIA_TYPES, type MediaType } from '#app/domain/evidence/media-types.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { Evidence } from '#app/platform/db/generated/client.ts';
import { setEnv } from '#app/platform/env.server.ts';
import type { OpenedFile } from '#app/platform/http/file-response.server.ts';
import { detectMediaType } from '#app/platform/media/detect.server.ts';
import { CASE_OFFICER } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import type { HostileFile } from '#scripts/testing/hostile/hostile-file.ts';
import { hostileFiles } from '#scripts/testing/hostile/hostile-files.ts';
import { testScanner } from '#scripts/testing/scanner.ts';
import { attachEvidence } from './attach-evidence.server.ts';
import { makeViewingCopy } from './make-viewing-copy.server.ts';
import { openCopy, openOriginal } from './open-evidence.server.ts';
import { storeUpload } from './receive-evidence.server.ts';

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'recours-hostile-'));
const scanner = testScanner();
setEnv({ STORAGE_DIR: folder, CLAMD_URL: scanner.url });
afterAll(async () => {
  await scanner.remove();
  await rm(folder, { recursive: true, force: true });
});

const NOW = new Date('2026-03-10T10:00:00.000Z');
const AT_ONCE = 3;
/** Some of the files would keep a decoder busy for ever. */
const LIMITS = { timeLimitSeconds: 10 };
const GIGABYTE = 1024;
const BIDI_OR_PATH = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f/\\:*?"<>|]/u;
const ACTIVE_IN_PDF = /\/(?:JavaScript|JS|Launch|OpenAction|EmbeddedFile|AcroForm|XFA)\b/;

type Fate = 'refused' | 'quarantined' | 'no copy' | 'copied';

interface Treated {
  readonly file: HostileFile;
  readonly fate: Fate;
  readonly evidence?: Evidence;
}

async function newDraft(): Promise<string> {
  const id = randomUUID();
  await withActor(SYSTEM, tx =>
    tx.draft.create({
      data: {
        ...{ id, tokenHash: id, language: 'fr', data: {} },
        ...{ createdAt: NOW, updatedAt: NOW, expiresAt: NOW },
      },
    }),
  );
  return id;
}

async function send(file: HostileFile): Promise<Evidence | undefined> {
  const { fileName, content } = file;
  try {
    const stored = await storeUpload({ stream: Readable.from([content]), fileName });
    const owner = { draftId: await newDraft() };
    return await withActor(draftActor(owner.draftId), tx =>
      attachEvidence(tx, { owner, stored, uploadedByRole: 'complainant', now: NOW }),
    );
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

async function fateOf({ id }: Evidence): Promise<Fate> {
  await makeViewingCopy(id, NOW, LIMITS);
  const row = await withActor(SYSTEM, tx => tx.evidence.findUniqueOrThrow({ where: { id } }));
  if (row.scanState === 'infected') return 'quarantined';
  expect(row.scanState).toBe('clean');
  return row.copyState === 'ready' ? 'copied' : 'no copy';
}

/** Megabytes of this process and of the ones that clean for it, at most. */
function watchMemory() {
  const most = { own: 0, cleaning: 0 };
  const timer = setInterval(() => {
    most.own = Math.max(most.own, process.memoryUsage.rss() / 1024 / 1024);
    for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
      try {
        const isOurs = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('clean-worker.ts');
        const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        if (isOurs) most.cleaning = Math.max(most.cleaning, Number(kilobytes ?? 0) / 1024);
      } catch {
        // It has ended.
      }
    }
  }, 100);
  return { most, stop: () => clearInterval(timer) };
}

async function treatAll(files: readonly HostileFile[]): Promise<Treated[]> {
  const waiting = [...files];
  const treated: Treated[] = [];
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const evidence = await send(file);
      const fate = evidence === undefined ? 'refused' : await fateOf(evidence);
      treated.push({ file, fate, ...(evidence && { evidence }) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return treated;
}

function expectInert({ headers, fileName, mediaType, disposition }: OpenedFile): void {
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-type')).not.toMatch(/html|xml|svg|script/);
  expect(headers.get('content-disposition')).not.toMatch(/[\r\n]/);
  expect(fileName).not.toMatch(BIDI_OR_PATH);
  const drawnPdf = mediaType === 'application/pdf' && disposition === 'inline';
  if (!drawnPdf) expect(headers.get('content-security-policy')).toContain('sandbox');
}

/** A container of sound alone and one of a film look alike at their start. */
function familyOf(mediaType = ''): string {
  return /^(?:audio|video)\//.test(mediaType) ? 'recording' : (mediaType.split('/')[0] ?? '');
}

async function expectInertCopy(copy: OpenedFile, name: string): Promise<void> {
  expectInert(copy);
  const bytes = await buffer(copy.stream);
  const found = await detectMediaType(bytes.subarray(0, 65_536));
  if (copy.mediaType !== 'text/plain') expect(familyOf(found), name).toBe(familyOf(copy.mediaType));
  const text = bytes.toString('latin1');
  if (copy.mediaType.startsWith('image/')) expect(text.includes('<script>'), name).toBe(false);
  if (copy.mediaType === 'application/pdf') expect(ACTIVE_IN_PDF.test(text), name).toBe(false);
}

describe('three hundred hostile files', () => {
  let files: readonly HostileFile[] = [];
  let treated: readonly Treated[] = [];
  let memory = { own: 0, cleaning: 0 };

  beforeAll(async () => {
    files = await hostileFiles(300);
    await scanner.start();
    const watch = watchMemory();
    treated = await treatAll(files);
    watch.stop();
    memory = watch.most;
  }, 600_000);

  test('are of more than forty kinds, and every one meets its fate', () => {
    expect(files.length).toBeGreaterThanOrEqual(300);
    expect(new Set(files.map(({ kind }) => kind)).size).toBeGreaterThan(40);
    expect(treated).toHaveLength(files.length);
    const fates = Object.groupBy(treated, ({ fate }) => fate);
    for (const fate of ['refused', 'quarantined', 'no copy', 'copied'] as const) {
      expect(fates[fate]?.length ?? 0, fate).toBeGreaterThan(3);
    }
  });

  test('leave every process under a gigabyte of memory', () => {
    expect(memory.cleaning).toBeGreaterThan(0);
    expect(memory.cleaning).toBeLessThan(GIGABYTE);
    expect(memory.own).toBeLessThan(GIGABYTE);
  });

  test('are kept only when their content is of a type that the vault takes, whatever their name says', () => {
    for (const { file, evidence } of treated) {
      if (evidence === undefined) continue;
      const { extensions } = MEDIA_TYPES[evidence.mediaType as MediaType];
      expect(evidence.fileName, file.kind).not.toMatch(BIDI_OR_PATH);
      expect(extensions as readonly string[], file.kind).toContain(evidence.fileName.split('.').at(-1));
    }
    const kinds = new Set(treated.filter(({ fate }) => fate === 'refused').map(({ file }) => file.kind));
    for (const kind of [
      'SVG with a script',
      'page',
      'program',
      'archive that unpacks elsewhere',
      'virus alone',
    ]) {
      expect(kinds).toContain(kind);
    }
  });

  test('are never given out as something that acts', async () => {
    for (const { fate, file, evidence } of treated) {
      if (evidence === undefined || fate === 'quarantined') continue;
      const opening = { evidenceId: evidence.id, now: NOW };
      const original = await openOriginal(CASE_OFFICER, opening);
      expectInert(original);
      expect(original.disposition).toBe('attachment');
      expect(await buffer(original.stream), file.kind).toEqual(file.content);
      if (fate === 'copied') await expectInertCopy(await openCopy(CASE_OFFICER, opening), file.kind);
    }
  });

  test('with a virus are never given out', async () => {
    const viruses = treated.filter(({ file }) => file.kind.startsWith('virus'));
    expect(new Set(viruses.map(({ fate }) => fate))).toEqual(new Set(['refused', 'quarantined']));
    for (const { evidence } of viruses) {
      if (evidence === undefined) continue;
      for (const open of [openCopy, openOriginal]) {
        const opening = open(CASE_OFFICER, { evidenceId: evidence.id, now: NOW });
        await expect(opening).rejects.toMatchObject({ code: 'evidence-quarantined' });
      }
    }
  });

  test('are not to be opened at all while the scanner is stopped', async () => {
    await scanner.stop();
    const later = treated.filter(({ fate }) => fate === 'copied').slice(0, 10);
    for (const { file } of later) {
      const content = Buffer.concat([file.content, Buffer.from('again')]);
      const evidence = await send({ ...file, content });
      if (evidence === undefined) continue;
      expect(await makeViewingCopy(evidence.id, NOW)).toBe('pending');
      for (const open of [openCopy, openOriginal]) {
        const opening = open(CASE_OFFICER, { evidenceId: evidence.id, now: NOW });
        await expect(opening).rejects.toMatchObject({ code: 'evidence-being-checked' });
      }
    }
  });
});
