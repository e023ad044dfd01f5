import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complainantOf, draftActor, SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { QUEUE_SCHEMA } from '#app/platform/queue/queue.server.ts';
import { ScannerUnavailable, scan, scannerAnswers } from '#app/platform/scanner/clamd.server.ts';
import {
  CASE_OFFICER,
  FILED_AT,
  liaisonOf,
  registerOperators,
  serveTestCase,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { operatorEmail, phonePhoto } from '#scripts/testing/sample-files.ts';
import { EICAR, EICAR_FINDING, testScanner } from '#scripts/testing/scanner.ts';
import { addEvidence } from '../complaints/add-evidence.server.ts';
import { complainantCase } from '../complaints/queries/complainant-case.server.ts';
import { checkReadiness } from '../instance/check-readiness.server.ts';
import { requeueLost } from '../recovery/requeue-lost.server.ts';
import { makeViewingCopy } from './make-viewing-copy.server.ts';
import { openCopy, openOriginal, openPreview } from './open-evidence.server.ts';
import { storeUpload } from './receive-evidence.server.ts';
import { rescanUnscanned } from './scan-evidence.server.ts';

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'recours-scan-'));
const scanner = testScanner();
setEnv({ STORAGE_DIR: folder, CLAMD_URL: scanner.url });
beforeAll(async () => {
  await registerOperators();
  await scanner.start();
});
afterAll(async () => {
  await scanner.remove();
  await rm(folder, { recursive: true, force: true });
});

const NOW = new Date('2026-03-10T10:00:00.000Z');
const HELD_BACK = { code: 'evidence-being-checked' };

/** A photo that differs from every other one, behind its picture, with what a test hides there. */
async function photoWith(hidden = ''): Promise<Buffer> {
  return Buffer.concat([await phonePhoto(), randomBytes(8), Buffer.from(hidden)]);
}

async function addTo(caseId: string, content: Uint8Array, fileName = 'photo.jpg'): Promise<string> {
  const file = await storeUpload({ stream: Readable.from([content]), fileName });
  await addEvidence({ actor: complainantOf(caseId), caseId, now: FILED_AT, files: [file] });
  const row = await withActor(SYSTEM, tx => tx.evidence.findFirstOrThrow({ where: { sha256: file.sha256 } }));
  return row.id;
}

function rowOf(id: string) {
  return withActor(SYSTEM, tx => tx.evidence.findUniqueOrThrow({ where: { id } }));
}

async function refusals(caseId: string, evidenceId: string) {
  const opening = { evidenceId, now: NOW };
  const outcomes = await Promise.allSettled([
    openCopy(complainantOf(caseId), opening),
    openOriginal(complainantOf(caseId), opening),
    openCopy(liaisonOf('maroc-telecom'), opening),
    openCopy(CASE_OFFICER, opening),
    openOriginal(CASE_OFFICER, opening),
    openPreview(CASE_OFFICER, { ...opening, number: 0 }),
  ]);
  return outcomes.map(outcome => (outcome.status === 'rejected' ? outcome.reason.code : 'opened'));
}

describe('a file that waits to be checked', () => {
  test('is opened by nobody, not even by who sent it, who sees how it stands', async () => {
    const { caseId } = await serveTestCase();
    const id = await addTo(caseId, await photoWith());
    expect(new Set(await refusals(caseId, id))).toEqual(new Set(['evidence-being-checked']));
    const view = await complainantCase(complainantOf(caseId), NOW.toISOString());
    expect(view.seen['evidence-copy']).toMatchObject([{ standing: 'being-checked', copyState: 'pending' }]);
  });

  test('is copied and shown once it is found clean', async () => {
    const { caseId } = await serveTestCase();
    const id = await addTo(caseId, await photoWith());
    expect(await makeViewingCopy(id, NOW)).toBe('ready');
    expect(await rowOf(id)).toMatchObject({ scanState: 'clean', scannedAt: NOW, scanFinding: null });
    await expect(openCopy(CASE_OFFICER, { evidenceId: id, now: NOW })).resolves.toMatchObject({
      status: 200,
    });
  });
});

describe('an infected file', () => {
  test.each([
    ['behind a picture', () => photoWith(EICAR), 'photo.jpg'],
    [
      'in an attachment of a mail',
      async () =>
        Buffer.from(
          operatorEmail()
            .toString()
            .replace(
              '--b1--',
              `--b1\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(EICAR).toString('base64')}\r\n--b1--`,
            ),
        ),
      'mail.eml',
    ],
  ])('is never opened, recorded in the case and told to the parties: %s', async (_, make, name) => {
    const { caseId } = await serveTestCase();
    const id = await addTo(caseId, await make(), name);
    expect(await makeViewingCopy(id, NOW)).toBe('pending');
    expect(await makeViewingCopy(id, NOW)).toBe('pending');
    expect(new Set(await refusals(caseId, id))).toEqual(new Set(['evidence-quarantined']));
    const row = await rowOf(id);
    expect(row).toMatchObject({ scanState: 'infected', scanFinding: EICAR_FINDING, copyKey: null });
    const [events, mails] = await withActor(SYSTEM, tx =>
      Promise.all([
        tx.caseEvent.findMany({ where: { caseId, type: 'evidence-quarantined' } }),
        tx.mailOutbox.findMany({ where: { caseId, kind: { endsWith: '.quarantine-evidence' } } }),
      ]),
    );
    expect(events.map(({ payload }) => payload)).toEqual([
      { evidenceId: id, sha256: row.sha256, finding: EICAR_FINDING },
    ]);
    expect(mails.map(({ kind }) => kind.split('.')[0]).sort()).toEqual([
      'complainant',
      'operator',
      'regulator',
    ]);
  });
});

describe('while the scanner is down', () => {
  test('files wait, the instance says so, and they are checked when it is back', async () => {
    const { caseId } = await serveTestCase();
    const id = await addTo(caseId, await photoWith());
    await scanner.stop();
    expect(await scannerAnswers()).toBe(false);
    expect(await makeViewingCopy(id, NOW)).toBe('pending');
    expect(new Set(await refusals(caseId, id))).toEqual(new Set([HELD_BACK.code]));
    expect(await checkReadiness()).toMatchObject({ checks: { scanner: { state: 'degraded' } } });
    await withActor(SYSTEM, tx =>
      tx.$executeRawUnsafe(`DELETE FROM ${QUEUE_SCHEMA}.job WHERE name = 'make-viewing-copy'`),
    );
    const later = Temporal.Instant.from(FILED_AT).add({ minutes: 5 }).toString();
    await requeueLost(later);
    const [again] = await withActor(SYSTEM, tx =>
      tx.$queryRawUnsafe<{ count: bigint }[]>(
        `SELECT count(*) FROM ${QUEUE_SCHEMA}.job WHERE name = 'make-viewing-copy' AND data ->> 'evidenceId' = $1`,
        id,
      ),
    );
    expect(again?.count).toBe(1n);
    await scanner.start();
    expect(await makeViewingCopy(id, NOW)).toBe('ready');
    expect(await checkReadiness()).toMatchObject({ checks: { scanner: { state: 'ok' } } });
  });

  test('what a scanner says that is no verdict counts as none', async () => {
    const server = createServer(socket => {
      socket.on('error', () => undefined);
      socket.end('INSTREAM size limit exceeded. ERROR\0');
    });
    const path = join(folder, 'strange.ctl');
    await new Promise<void>(resolve => server.listen(path, resolve));
    setEnv({ STORAGE_DIR: folder, CLAMD_URL: `unix://${path}` });
    await expect(scan(Readable.from([Buffer.alloc(5_000_000)]))).rejects.toThrow(ScannerUnavailable);
    setEnv({ STORAGE_DIR: folder, CLAMD_URL: scanner.url });
    server.close();
  });

  test('a file that breaks off while it is read has no verdict', async () => {
    async function* broken() {
      yield Buffer.alloc(1000);
      throw new Error('disk');
    }
    await expect(scan(broken())).rejects.toThrow(ScannerUnavailable);
  });
});

describe('where no scanner is configured', () => {
  test('files are marked as not scanned and shown as copies; with a scanner they wait for it again', async () => {
    const { caseId } = await serveTestCase();
    const id = await addTo(caseId, await photoWith());
    setEnv({ STORAGE_DIR: folder, CLAMD_URL: '' });
    expect(await makeViewingCopy(id, NOW)).toBe('ready');
    expect(await rowOf(id)).toMatchObject({ scanState: 'unscanned', scannedAt: null });
    await expect(openCopy(CASE_OFFICER, { evidenceId: id, now: NOW })).resolves.toMatchObject({
      status: 200,
    });
    setEnv({ STORAGE_DIR: folder, CLAMD_URL: scanner.url });
    await expect(openCopy(CASE_OFFICER, { evidenceId: id, now: NOW })).rejects.toMatchObject(HELD_BACK);
    expect(await rescanUnscanned()).toBe(1);
    await makeViewingCopy(id, NOW);
    await expect(openCopy(CASE_OFFICER, { evidenceId: id, now: NOW })).resolves.toMatchObject({
      status: 200,
    });
  });
});

describe('the database', () => {
  test('lets nobody but the system say that a file is clean, and nobody change what was received', async () => {
    const { caseId } = await serveTestCase();
    const id = await addTo(caseId, await photoWith());
    const sealing = withActor(SYSTEM, tx =>
      tx.evidence.update({ where: { id }, data: { sha256: '0'.repeat(64) } }),
    );
    await expect(sealing).rejects.toThrow(/sealed/);
    const draftId = randomUUID();
    await withActor(SYSTEM, tx =>
      tx.draft.create({
        data: {
          ...{ id: draftId, tokenHash: draftId, language: 'fr', data: {} },
          ...{ createdAt: NOW, updatedAt: NOW, expiresAt: NOW },
        },
      }),
    );
    const { sha256, size, mediaType, storageKey, fileName, uploadedByRole } = await rowOf(id);
    const forged = withActor(draftActor(draftId), tx =>
      tx.evidence.create({
        data: {
          ...{ id: randomUUID(), draftId, sha256, size, mediaType, storageKey, fileName, uploadedByRole },
          ...{ uploadedAt: NOW, copyState: 'pending', scanState: 'clean' },
        },
      }),
    );
    await expect(forged).rejects.toThrow(/unchecked/);
  });
});
