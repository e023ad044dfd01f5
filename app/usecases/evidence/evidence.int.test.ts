import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { draftActor, SYSTEM } from '#app/domain/case/states.ts';
import { MAX_BYTES } from '#app/domain/evidence/media-types.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { storage } from '#app/platform/storage/storage.server.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { invoicePdf, operatorEmail, phonePhoto, TELLTALE } from '#scripts/testing/sample-files.ts';
import { attachAllEvidence, attachEvidence } from './attach-evidence.server.ts';
import { makeViewingCopy } from './make-viewing-copy.server.ts';
import { openCopy, openOriginal } from './open-evidence.server.ts';
import { storeUpload } from './receive-evidence.server.ts';
import { removeDraftEvidence } from './remove-draft-evidence.server.ts';
import { sweepFiles } from './sweep-files.server.ts';

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'recours-evidence-'));
setEnv({ STORAGE_DIR: folder });
afterAll(() => rm(folder, { recursive: true, force: true }));

const NOW = new Date('2026-07-09T14:00:00Z');
const OFFICER = { role: 'case_officer', id: randomUUID(), name: 'S. Idrissi', organisation: null } as const;
const LIAISON = { role: 'liaison', id: randomUUID(), name: 'K. Ba', organisation: 'ma-iam' } as const;

let draftId: string;

beforeEach(async () => {
  draftId = await newDraft();
});

async function newDraft(): Promise<string> {
  const id = randomUUID();
  await withActor(SYSTEM, tx =>
    tx.draft.create({
      data: { id, tokenHash: id, language: 'fr', data: {}, createdAt: NOW, updatedAt: NOW, expiresAt: NOW },
    }),
  );
  return id;
}

function upload(content: Uint8Array, fileName: string) {
  return storeUpload({ stream: Readable.from([content]), fileName });
}

async function attach(content: Uint8Array, fileName: string, owner = draftId) {
  const stored = await upload(content, fileName);
  return withActor(draftActor(owner), tx =>
    attachEvidence(tx, { owner: { draftId: owner }, stored, uploadedByRole: 'complainant', now: NOW }),
  );
}

function mail(number: number): Buffer {
  return Buffer.concat([Buffer.from(`X-Number: ${number}\r\n`), operatorEmail()]);
}

describe('an upload', () => {
  test('is stored as it came, under a neutral name and its type by content', async () => {
    const photo = await phonePhoto();
    const stored = await upload(photo, '..\\vacances\u202egpj.exe');
    expect(stored).toMatchObject({
      fileName: 'vacancesgpj.jpg',
      mediaType: 'image/jpeg',
      size: photo.length,
    });
    expect(await buffer(await storage().open(stored.storageKey))).toEqual(photo);
  });

  test('of a refused type or size leaves nothing behind', async () => {
    const svg = upload(Buffer.from('<svg onload="alert(1)"/>'), 'photo.jpg');
    await expect(svg).rejects.toMatchObject({ code: 'file-type-refused' });
    const long = Buffer.concat([await phonePhoto(), Buffer.alloc(MAX_BYTES)]);
    await expect(upload(long, 'photo.jpg')).rejects.toMatchObject({
      code: 'file-too-large',
      params: { maxMegabytes: 25 },
    });
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });
});

describe('attaching', () => {
  test('the same file twice gives the same evidence', async () => {
    const first = await attach(await phonePhoto(), 'a.jpg');
    const second = await attach(await phonePhoto(), 'b.jpg');
    expect(second.id).toBe(first.id);
    expect(first).toMatchObject({
      draftId,
      caseId: null,
      copyState: 'pending',
      uploadedByRole: 'complainant',
    });
  });

  test('an eleventh file is refused, also when all come at once', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => attach(mail(index), 'm.eml')),
    );
    expect(attempts.filter(attempt => attempt.status === 'fulfilled')).toHaveLength(10);
    for (const attempt of attempts) {
      if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({ code: 'too-many-files' });
    }
  });

  test('several files keeps their order and all of them or none', async () => {
    const files = await Promise.all([3, 1, 2].map(number => upload(mail(number), `${number}.eml`)));
    const attachment = { owner: { draftId }, uploadedByRole: 'complainant', now: NOW } as const;
    const rows = await withActor(draftActor(draftId), tx => attachAllEvidence(tx, files, attachment));
    expect(rows.map(row => row.fileName)).toEqual(['3.eml', '1.eml', '2.eml']);
  });

  test('to somebody else\u2019s draft is refused by the database', async () => {
    const stored = await upload(mail(99), 'm.eml');
    const other = await newDraft();
    const attaching = withActor(draftActor(draftId), tx =>
      attachEvidence(tx, { owner: { draftId: other }, stored, uploadedByRole: 'complainant', now: NOW }),
    );
    await expect(attaching).rejects.toThrow(/row-level security/);
  });

  test('can be undone by its own draft only', async () => {
    const { id: evidenceId } = await attach(mail(50), 'm.eml');
    const other = await newDraft();
    const byAnother = withActor(draftActor(other), tx =>
      removeDraftEvidence(tx, { draftId: other, evidenceId }),
    );
    await expect(byAnother).rejects.toMatchObject({ code: 'not-found' });
    await withActor(draftActor(draftId), tx => removeDraftEvidence(tx, { draftId, evidenceId }));
    expect(await makeViewingCopy(evidenceId, NOW)).toBeUndefined();
  });
});

describe('opening evidence', () => {
  test('shows the cleaned copy once it is there, and the original to who may see it', async () => {
    const photo = await phonePhoto();
    const { id: evidenceId } = await attach(photo, 'photo.jpeg');
    const actor = draftActor(draftId);
    await expect(openCopy(actor, { evidenceId, now: NOW })).rejects.toMatchObject({
      code: 'evidence-being-checked',
    });
    expect(await makeViewingCopy(evidenceId, NOW)).toBe('ready');
    expect(await makeViewingCopy(evidenceId, NOW)).toBe('ready');
    const copy = await openCopy(actor, { evidenceId, now: NOW });
    const bytes = await buffer(copy.stream);
    expect(bytes.includes(TELLTALE)).toBe(false);
    expect(copy).toMatchObject({
      mediaType: 'image/jpeg',
      fileName: 'photo.jpg',
      size: bytes.length,
      status: 200,
    });
    for (const reader of [actor, OFFICER]) {
      const original = await openOriginal(reader, { evidenceId, now: NOW });
      expect(await buffer(original.stream)).toEqual(photo);
      expect(original.headers.get('content-disposition')).toMatch(/^attachment/);
    }
  });

  test('is refused to other complainants, and originals to operators', async () => {
    const { id: evidenceId } = await attach(await invoicePdf(), 'f.pdf');
    await makeViewingCopy(evidenceId, NOW);
    const stranger = draftActor(await newDraft());
    await expect(openCopy(stranger, { evidenceId, now: NOW })).rejects.toMatchObject({ code: 'not-found' });
    await expect(openOriginal(stranger, { evidenceId, now: NOW })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(openOriginal(LIAISON, { evidenceId, now: NOW })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(openCopy(LIAISON, { evidenceId, now: NOW })).rejects.toMatchObject({ code: 'not-found' });
    await expect(openCopy(OFFICER, { evidenceId: 'x', now: NOW })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('gives the part of a recording that a player asks for', async () => {
    const { id: evidenceId } = await attach(mail(7), 'm.eml');
    await makeViewingCopy(evidenceId, NOW);
    const part = await openOriginal(OFFICER, { evidenceId, now: NOW, range: 'bytes=0-7' });
    expect(part.status).toBe(206);
    expect((await buffer(part.stream)).toString()).toBe('X-Number');
  });
});

describe('a viewing copy', () => {
  test('of a file that can not be read fails with the reason', async () => {
    const { id: evidenceId } = await attach(Buffer.from('%PDF-1.7\n<script>alert(1)</script>'), 'f.pdf');
    expect(await makeViewingCopy(evidenceId, NOW)).toBe('failed');
    const row = await withActor(SYSTEM, tx => tx.evidence.findUnique({ where: { id: evidenceId } }));
    expect(row).toMatchObject({ copyState: 'failed', copyError: 'damaged', copyKey: null });
  });

  test('is not made of a file that is no longer what was sealed', async () => {
    const { id: evidenceId, storageKey } = await attach(mail(77), 'm.eml');
    await chmod(join(folder, storageKey), 0o600);
    await writeFile(join(folder, storageKey), mail(78));
    await expect(makeViewingCopy(evidenceId, NOW)).rejects.toThrow('is not what was sealed');
  });
});

describe('the clean-up of files', () => {
  test('removes old files that nothing refers to, and no others', async () => {
    const { id, storageKey } = await attach(mail(200), 'kept.eml');
    await makeViewingCopy(id, NOW);
    const old = new Date('2026-01-01');
    const left = await upload(mail(201), 'left.eml');
    const fresh = await upload(mail(202), 'fresh.eml');
    const copies = await Array.fromAsync(storage().list('copies'));
    for (const key of [storageKey, left.storageKey, ...copies]) await utimes(join(folder, key), old, old);
    expect(await sweepFiles(new Date('2026-02-01'))).toBe(1);
    expect(await storage().stat(left.storageKey)).toBeUndefined();
    for (const key of [storageKey, fresh.storageKey, ...copies])
      expect(await storage().stat(key)).toBeDefined();
  });
});
