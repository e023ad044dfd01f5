import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { storage } from '#app/platform/storage/storage.server.ts';
import { fileTestCase, registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { complainantCase } from '../complaints/queries/complainant-case.server.ts';
import { sendMessage } from '../complaints/send-message.server.ts';
import { withdrawCase } from '../complaints/withdraw-case.server.ts';
import { sweepFiles } from '../evidence/sweep-files.server.ts';
import { activeProfile } from '../profile.server.ts';
import { findFigureDifferences } from '../statistics/rebuild-figures.server.ts';
import { verifyEvents } from '../verification/verify-events.server.ts';
import { verifyProjections } from '../verification/verify-projections.server.ts';
import { readCorrection } from './correct-data.schema.ts';
import { correctData } from './correct-data.server.ts';
import { eraseDueCases } from './erase-due-cases.server.ts';
import { exportCaseData } from './export-case-data.server.ts';
import { requestErasure } from './request-erasure.server.ts';

const database = await testDatabase();

const OVER_AT = '2026-03-12T09:00:00.000Z';
const FIVE_YEARS_LATER = '2031-03-14T09:00:00.000Z';

beforeAll(async () => {
  setEnv({ STORAGE_DIR: await mkdtemp(join(tmpdir(), 'retention-')) });
  await registerOperators();
});

const personOf = (caseId: string) => ({ ...complainantOf(caseId), caseId });

async function attach(caseId: string, content: string) {
  const path = join(await mkdtemp(join(tmpdir(), 'file-')), 'file');
  await writeFile(path, content);
  const stored = await storage().put(createReadStream(path), { maxBytes: 1000 });
  await withActor(SYSTEM, tx =>
    tx.evidence.create({
      data: {
        id: randomUUID(),
        caseId,
        fileName: 'amina-facture.pdf',
        mediaType: 'application/pdf',
        size: stored.size,
        sha256: stored.sha256,
        storageKey: stored.key,
        uploadedByRole: 'complainant',
        uploadedAt: OVER_AT,
        copyState: 'pending',
        scanState: 'clean',
      },
    }),
  );
  return stored;
}

/** A case that was withdrawn, with a message and a file in which the complainant is named. */
async function caseThatIsOver() {
  const receipt = await serveTestCase({ complaint: { phone: '0612345678' } });
  const actor = personOf(receipt.caseId);
  const order = { actor, caseId: receipt.caseId, now: OVER_AT };
  await sendMessage({ ...order, body: 'Je suis Amina Exemple, rappelez-moi.' });
  const file = await attach(receipt.caseId, `facture ${receipt.reference}`);
  await withdrawCase({ ...order, reason: 'Amina Exemple renonce.' });
  return { ...receipt, actor, file };
}

/** Every table's rows that hold a word, as the server's superuser sees them. */
async function tablesHolding(caseId: string, words: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'case_id'`,
    );
    const holding: string[] = [];
    for (const { name } of [...tables, { name: 'case' }]) {
      const id = name === 'case' ? 'id' : 'case_id';
      const { rows } = await client.query(
        `SELECT 1 FROM "${name}" t WHERE t.${id} = $1 AND to_jsonb(t)::text ~* $2 LIMIT 1`,
        [caseId, words],
      );
      if (rows.length > 0) holding.push(name);
    }
    return holding.sort();
  } finally {
    await client.end();
  }
}

const PERSONAL = 'amina|exempl|612345678|janvier|rappelez';

/** Somebody who stands behind a collective complaint, under the name that the test looks for. */
async function supportedBy(caseId: string, name: string): Promise<void> {
  await withActor(SYSTEM, async tx => {
    const { reference, operatorId, category, filedAt } = await tx.case.findUniqueOrThrow({
      where: { id: caseId },
    });
    const page = {
      slug: reference.toLowerCase(),
      reference,
      operatorId,
      category,
      filedAt,
      caseState: 'served',
    };
    const words = { language: 'fr', title: 'Coupures', body: 'Coupures depuis lundi.' };
    await tx.collectivePage.create({ data: { caseId, ...page, ...words, approvedAt: filedAt } });
    const person = {
      name,
      address: 'amina@example.org',
      lineNumber: '0612345678',
      lossText: `Perte de ${name}`,
    };
    const support = {
      identityKey: 'digest',
      channel: 'mail',
      language: 'fr',
      state: 'counted',
      createdAt: filedAt,
    };
    await tx.supporter.create({ data: { id: randomUUID(), caseId, ...person, ...support } });
  });
}

test('nothing is erased before its time', async () => {
  const { caseId } = await caseThatIsOver();
  expect(await eraseDueCases('2031-03-12T09:00:00.000Z')).toBe(0);
  expect(await tablesHolding(caseId, PERSONAL)).toContain('case_statement');
});

test('after the time that the profile sets, no table names the person, and the record and the figures stand', async () => {
  const { caseId, reference, file } = await caseThatIsOver();
  await supportedBy(caseId, 'Amina Exemple');
  const open = await serveTestCase();
  const before = await withActor(SYSTEM, tx => tx.caseStatDay.findMany({ orderBy: { day: 'asc' } }));
  expect(await tablesHolding(caseId, PERSONAL)).toEqual(
    expect.arrayContaining([
      'case_message',
      'case_search',
      'case_statement',
      'complainant_contact',
      'supporter',
    ]),
  );
  expect(await eraseDueCases(FIVE_YEARS_LATER)).toBeGreaterThan(0);
  expect(await tablesHolding(caseId, PERSONAL)).toEqual([]);
  expect(await withActor(SYSTEM, tx => tx.caseStatDay.findMany({ orderBy: { day: 'asc' } }))).toEqual(before);
  expect(await findFigureDifferences()).toEqual([]);
  expect((await verifyEvents()).faults).toEqual([]);
  expect((await verifyProjections()).rows).toEqual([]);
  const evidence = await withActor(SYSTEM, tx => tx.evidence.findFirstOrThrow({ where: { caseId } }));
  expect(evidence).toMatchObject({ sha256: file.sha256, storageKey: '', copyState: 'erased' });
  await sweepFiles(new Date(Date.now() + 1000));
  expect(await storage().stat(file.key)).toBeUndefined();
  const view = await complainantCase(personOf(caseId), FIVE_YEARS_LATER);
  expect(view.seen['case-summary']?.reference).toBe(reference);
  expect(view.seen.events?.at(-1)).toMatchObject({
    type: 'personal-data-erased',
    payload: { reason: 'retention', files: 1 },
  });
  expect(await tablesHolding(open.caseId, PERSONAL)).toContain('case_statement');
  expect(await eraseDueCases(FIVE_YEARS_LATER)).toBe(0);
});

test('who asks for it is forgotten thirty days later, once, and only when the case is over', async () => {
  const open = await fileTestCase();
  const order = { actor: personOf(open.caseId), caseId: open.caseId, now: OVER_AT };
  await expect(requestErasure(order)).rejects.toMatchObject({ code: 'command-not-permitted' });
  const { caseId, actor } = await caseThatIsOver();
  await requestErasure({ actor, caseId, now: OVER_AT });
  await expect(requestErasure({ actor, caseId, now: OVER_AT })).rejects.toMatchObject({
    code: 'command-not-permitted',
  });
  expect(await eraseDueCases('2026-04-11T09:00:00.000Z')).toBe(0);
  expect(await eraseDueCases('2026-04-12T09:00:00.000Z')).toBe(1);
  expect(await tablesHolding(caseId, PERSONAL)).toEqual([]);
});

test('the application cannot erase a case that is not over, nor anything as anybody but the system', async () => {
  const { caseId } = await fileTestCase();
  const erase = (role: 'system' | 'complainant') =>
    withActor(
      role === 'system' ? SYSTEM : complainantOf(caseId),
      tx => tx.$queryRaw`SELECT erase_personal_data(${caseId}::uuid)`,
    );
  await expect(erase('system')).rejects.toThrow(/only the system erases/);
  await expect(erase('complainant')).rejects.toThrow(/only the system erases/);
  await expect(withActor(SYSTEM, tx => tx.caseStatement.delete({ where: { caseId } }))).rejects.toThrow(
    /permission denied/,
  );
});

function correction(changes: Readonly<Record<string, string>>) {
  const raw = { name: 'Amina Exemple', email: 'amina@example.org', lineNumber: '0612345678', ...changes };
  const read = readCorrection(raw, { profile: activeProfile(), now: OVER_AT });
  if (!read.ok) throw new Error(JSON.stringify(read.fields));
  return read.value;
}

test('a correction changes what is stored, and the record says that it did without saying what', async () => {
  const { caseId } = await serveTestCase();
  const order = { actor: personOf(caseId), caseId, now: OVER_AT };
  await correctData({
    ...order,
    correction: correction({ name: 'Amina Corrigée', email: 'neuve@example.org' }),
  });
  const { seen } = await complainantCase(personOf(caseId), OVER_AT);
  expect(seen.identity?.name).toBe('Amina Corrigée');
  expect(seen.contact?.email).toBe('neuve@example.org');
  const event = seen.events?.at(-1);
  expect(event).toMatchObject({
    type: 'personal-data-corrected',
    payload: { parts: ['identity', 'contact'] },
  });
  expect(JSON.stringify(event)).not.toMatch(/Corrig|neuve/);
  const warned = await withActor(SYSTEM, tx =>
    tx.mailOutbox.findMany({ where: { caseId, kind: 'notes.addressChanged' } }),
  );
  expect(warned.map(({ recipient }) => recipient)).toEqual(['amina@example.org']);
  await correctData({
    ...order,
    correction: correction({ name: 'Amina Corrigée', email: 'neuve@example.org' }),
  });
  expect((await complainantCase(personOf(caseId), OVER_AT)).seen.events?.at(-1)).toEqual(event);
});

async function unzipped(content: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await yauzl.fromBufferPromise(content);
  const entries = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  }
  return entries;
}

test('an export holds everything about the person as data and files', async () => {
  const { actor, reference } = await caseThatIsOver();
  const { stream } = await exportCaseData(actor, OVER_AT);
  const entries = await unzipped(await buffer(stream));
  expect([...entries.keys()]).toEqual(['data.json', 'files/01-amina-facture.pdf']);
  expect(entries.get('files/01-amina-facture.pdf')).toBe(`facture ${reference}`);
  const data = JSON.parse(entries.get('data.json') ?? '');
  expect(data.case).toMatchObject({
    identity: { name: 'Amina Exemple' },
    contact: { email: 'amina@example.org', phone: '+212612345678' },
    narrative: expect.stringContaining('compte deux fois'),
  });
  expect(data.notifications).toMatchObject({ byMail: true, bySms: false });
  expect(data.messagesSent.map(({ kind }: { kind: string }) => kind)).toContain('complainant.file');
});
