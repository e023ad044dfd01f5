import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { type Actor, complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { projectRoot } from '#app/platform/project-root.server.ts';
import {
  CASE_OFFICER,
  FILED_AT,
  liaisonOf,
  registerOperators,
  serveTestCase,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { invoicePdf, operatorEmail, phonePhoto } from '#scripts/testing/sample-files.ts';
import { addEvidence } from '../complaints/add-evidence.server.ts';
import { readCasePage } from '../complaints/queries/case-page.server.ts';
import { complainantCase } from '../complaints/queries/complainant-case.server.ts';
import { custodyBundle } from './custody-bundle.server.ts';
import { custodyOf } from './custody-log.server.ts';
import { makeViewingCopy } from './make-viewing-copy.server.ts';
import { openCopy, openOriginal, openPreview } from './open-evidence.server.ts';
import { storeUpload } from './receive-evidence.server.ts';
import { verifyBundle } from './verify-bundle.server.ts';

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'recours-bundle-'));
setEnv({ STORAGE_DIR: folder, CLAMD_URL: '' });
beforeAll(() => registerOperators());
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = promisify(execFile);
const NOW = new Date('2026-03-10T10:00:00.000Z');
const LIAISON = liaisonOf('maroc-telecom');
const AUDITOR: Actor = { role: 'auditor', id: 'auditor', name: 'Nadia', organisation: null };

/** A served case with a photo, a bill and a mail, whose copies are there. */
async function caseWithEvidence() {
  const { caseId, reference } = await serveTestCase();
  const contents = [
    [await phonePhoto(), '../photo\u202egpj.exe'],
    [await invoicePdf(), 'facture «juillet».pdf'],
    [operatorEmail(), 'شكوى.eml'],
  ] as const;
  const files = [];
  for (const [content, fileName] of contents) {
    files.push(await storeUpload({ stream: Readable.from([content]), fileName }));
  }
  await addEvidence({ actor: complainantOf(caseId), caseId, now: FILED_AT, files });
  const rows = await withActor(SYSTEM, tx =>
    tx.evidence.findMany({ where: { caseId }, orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }] }),
  );
  for (const { id } of rows) await makeViewingCopy(id, NOW);
  return { caseId, reference, rows };
}

async function bundleFor(actor: Actor, id: string): Promise<Buffer> {
  const { stream } = await custodyBundle(actor, { id }, NOW);
  return buffer(stream);
}

async function unpack(zip: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const archive = await fromBufferPromise(zip, { lazyEntries: true });
  for await (const entry of archive.eachEntry()) {
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  }
  return files;
}

function logOf(caseId: string) {
  return withActor(SYSTEM, tx => custodyOf(tx, caseId));
}

describe('the custody log', () => {
  test('says who opened what and when, and not that a player went on reading', async () => {
    const { caseId, rows } = await caseWithEvidence();
    const [photo, bill] = [
      rows.find(row => row.mediaType === 'image/jpeg'),
      rows.find(row => row.mediaType === 'application/pdf'),
    ];
    if (!photo || !bill) throw new Error('no files');
    const look = async (opening: Promise<{ stream: Readable }>) => void (await opening).stream.destroy();
    await look(openCopy(LIAISON, { evidenceId: photo.id, now: NOW }));
    await look(openPreview(LIAISON, { evidenceId: photo.id, number: 0, now: NOW }));
    await look(openPreview(LIAISON, { evidenceId: bill.id, number: 0, now: NOW }));
    await look(openOriginal(CASE_OFFICER, { evidenceId: bill.id, now: NOW }));
    await look(openOriginal(CASE_OFFICER, { evidenceId: bill.id, now: NOW, range: 'bytes=10-20' }));
    const seen = (await logOf(caseId)).map(({ evidenceId, action, actorName, actorOrganisation }) => [
      evidenceId === photo.id ? 'photo' : 'bill',
      action,
      actorName,
      actorOrganisation,
    ]);
    expect(seen).toEqual([
      ['photo', 'viewed', 'Samira', 'maroc-telecom'],
      ['bill', 'previewed', 'Samira', 'maroc-telecom'],
      ['bill', 'downloaded', 'Karim', null],
    ]);
  });

  test('tells the complainant which party opened a file, names to the regulator, and nothing to the operator', async () => {
    const { caseId, reference, rows } = await caseWithEvidence();
    const [first] = rows;
    if (!first) throw new Error('no file');
    (await openCopy(LIAISON, { evidenceId: first.id, now: NOW })).stream.destroy();
    const view = await complainantCase(complainantOf(caseId), NOW.toISOString());
    expect(view.seen['evidence-copy']?.map(({ opened }) => opened.operator)).toEqual([
      NOW.toISOString(),
      null,
      null,
    ]);
    expect(JSON.stringify(view)).not.toContain('Samira');
    const officer = await readCasePage(CASE_OFFICER, reference, NOW.toISOString());
    expect(officer.seen.custody).toMatchObject([{ actorName: 'Samira', actorOrganisation: 'Maroc Telecom' }]);
    const liaison = await readCasePage(LIAISON, reference, NOW.toISOString());
    expect(liaison.seen.custody).toBeUndefined();
    const direct = withActor(LIAISON, tx => custodyOf(tx, caseId));
    await expect(direct).resolves.toEqual([]);
  });

  test('can neither be changed nor be written in somebody else\u2019s name', async () => {
    const { caseId, rows } = await caseWithEvidence();
    const [first] = rows;
    if (!first) throw new Error('no file');
    (await openCopy(LIAISON, { evidenceId: first.id, now: NOW })).stream.destroy();
    await expect(withActor(SYSTEM, tx => tx.custodyEntry.deleteMany({ where: { caseId } }))).rejects.toThrow(
      /permission denied|append-only/,
    );
    const forged = withActor(
      LIAISON,
      tx => tx.$executeRaw`INSERT INTO custody_entry (case_id, evidence_id, action, at, actor_role, actor_id)
        VALUES (${caseId}::uuid, ${first.id}::uuid, 'viewed', now(), 'case_officer', 'officer')`,
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe('a custody bundle', () => {
  test('holds the originals under safe names, and everything holds', async () => {
    const { caseId, rows } = await caseWithEvidence();
    const zip = await bundleFor(CASE_OFFICER, caseId);
    const files = await unpack(zip);
    const originals = [...files.keys()].filter(path => path.startsWith('originals/'));
    expect(originals.map(path => path.replace(/\d-/, '')).sort()).toEqual(
      ['originals/facture «juillet».pdf', 'originals/photogpj.jpg', 'originals/شكوى.eml'].sort(),
    );
    const verdict = await verifyBundle(zip);
    expect(verdict.faults).toEqual([]);
    expect(verdict.manifest?.evidence.map(({ sha256 }) => sha256)).toEqual(rows.map(row => row.sha256));
    expect((await logOf(caseId)).map(({ action }) => action)).toEqual(['bundled', 'bundled', 'bundled']);
    expect(files.get('custody.jsonl')?.toString()).toContain('"actorName":"Karim"');
  });

  test('is checked by the documented command, by sha256sum and by openssl', async () => {
    const { caseId } = await caseWithEvidence();
    const zip = await bundleFor(AUDITOR, caseId);
    const target = await mkdtemp(join(tmpdir(), 'recours-unpacked-'));
    for (const [path, content] of await unpack(zip)) {
      await mkdir(dirname(join(target, path)), { recursive: true });
      await writeFile(join(target, path), content);
    }
    const script = join(projectRoot(), 'scripts', 'verify-bundle.ts');
    await writeFile(join(target, 'b.zip'), zip);
    const whole = await run(process.execPath, [script, join(target, 'b.zip')], { env: {} });
    expect(whole.stdout).toMatch(/^Whole: 8 files/m);
    await writeFile(join(target, 'b.zip'), Buffer.concat([zip, Buffer.from('x')]));
    await expect(run(process.execPath, [script, join(target, 'b.zip')], { env: {} })).rejects.toMatchObject({
      code: 1,
    });
    const sums = await run('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: target });
    expect(sums.stdout.match(/: OK$/gm)).toHaveLength(7);
    const openssl =
      'pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile manifest.sig';
    const signature = await run('openssl', openssl.split(' '), { cwd: target });
    expect(signature.stdout).toContain('Verified Successfully');
    await rm(target, { recursive: true });
  });

  test('shows any changed byte, and names the file that it is in', async () => {
    const { caseId } = await caseWithEvidence();
    const zip = await bundleFor(CASE_OFFICER, caseId);
    for (const [path, content] of await unpack(zip)) {
      const changed = Buffer.from(zip);
      const at = zip.indexOf(content) + Math.floor(content.length / 2);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const { faults } = await verifyBundle(changed);
      const named = faults.map(fault => `${fault.path}: ${fault.fault}`).join('\n');
      expect(named, path).toContain(path);
    }
    const step = Math.floor(zip.length / 150);
    const tail = Array.from({ length: 300 }, (_, index) => zip.length - 1 - index * 3);
    const places = [...Array.from({ length: 150 }, (_, index) => index * step), ...tail];
    for (const at of places.filter(place => place >= 0)) {
      const changed = Buffer.from(zip);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      expect((await verifyBundle(changed)).faults.length, `byte ${at}`).toBeGreaterThan(0);
    }
  }, 60_000);

  test('signed by another key is told by the published one', async () => {
    const { caseId } = await caseWithEvidence();
    const zip = await bundleFor(CASE_OFFICER, caseId);
    const { key } = await verifyBundle(zip);
    const other =
      '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n';
    expect((await verifyBundle(zip, [key ?? ''])).faults).toEqual([]);
    expect((await verifyBundle(zip, [other])).faults).toMatchObject([{ path: 'manifest.json' }]);
  });

  test('of a complainant has her files and the whole chain, and no names of staff or notes of the regulator', async () => {
    const { caseId, rows } = await caseWithEvidence();
    for (const { id } of rows) (await openCopy(LIAISON, { evidenceId: id, now: NOW })).stream.destroy();
    const zip = await bundleFor(complainantOf(caseId), caseId);
    const verdict = await verifyBundle(zip);
    expect(verdict.faults).toEqual([]);
    expect(zip.includes('Samira')).toBe(false);
    const custody = (await unpack(zip)).get('custody.jsonl')?.toString() ?? '';
    expect(custody).toContain('"actorOrganisation":"maroc-telecom"');
  });

  test('is not for operators, analysts or other complainants', async () => {
    const { caseId } = await caseWithEvidence();
    const other = await serveTestCase();
    await expect(custodyBundle(LIAISON, { id: caseId }, NOW)).rejects.toMatchObject({ code: 'forbidden' });
    const analyst: Actor = { ...AUDITOR, role: 'analyst' };
    await expect(custodyBundle(analyst, { id: caseId }, NOW)).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = complainantOf(other.caseId);
    await expect(custodyBundle(stranger, { id: caseId }, NOW)).rejects.toMatchObject({ code: 'not-found' });
  });
});
