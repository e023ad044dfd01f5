import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyChain } from '#app/domain/case/event-chain.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { syncRegister } from '../accounts/sync-register.server.ts';
import { recordedEvent } from '../complaints/case-store.server.ts';
import { makeMissingWords } from '../recovery/make-words.server.ts';
import { importFile, NotOfThisSource } from './import-file.server.ts';
import { IMPORT_SOURCES } from './sources/index.ts';

await testDatabase();
setEnv({ RECOURS_PROFILE: 'fr' });
await syncRegister();

const NOW = '2026-03-10T09:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'recours-import-'));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

function run(sourceName: string, path: string) {
  const source = IMPORT_SOURCES[sourceName];
  if (source === undefined) throw new Error(`no source ${sourceName}`);
  return importFile({ source, path, now: NOW });
}

const ORIGINAL_HEADER =
  '\ufeffid;category;subcategories;creationdate;contactagreement;status;forwardtoreponseconso;tags;signalement_transmis;signalement_lu;signalement_reponse;dep_name;dep_code;reg_code;reg_name';
const originalRow = (id: string, category: string, status: string, date = '2024-02-29') =>
  `${id};${category};Téléphonie / internet,Autre,Qualité du service client;${date};1;${status};0;;1;1;1;Paris;75;11;Île-de-France`;

test('the original layout: telephony is kept, the rest counted, a broken row reported with line and field', async () => {
  const path = file('original.csv', [
    ORIGINAL_HEADER,
    originalRow('a1', 'TelephonieFaiMedias', 'Infonde'),
    originalRow('a2', 'AchatInternet', 'NA'),
    originalRow('a3', 'TelephonieFaiMedias', 'PromesseAction'),
    originalRow('a4', 'TelephonieFaiMedias', 'Perdu'),
    originalRow('a5', 'TelephonieFaiMedias', 'NA', '2024-02-30'),
    'a6;TelephonieFaiMed',
  ]);
  const first = await run('signalconso', path);
  expect(first).toMatchObject({ read: 6, imported: 2, known: 0, passedOver: 1 });
  expect(first.rejected.map(({ line, field }) => [line, field])).toEqual([
    [5, 'status'],
    [6, 'creationdate'],
    [7, 'subcategories'],
  ]);
  expect(await run('signalconso', path)).toMatchObject({ read: 6, imported: 0, known: 2, passedOver: 1 });
});

test('an imported case has its own dates and outcome, a chain that holds, no clock, and its original row', async () => {
  await run(
    'signalconso',
    file('one.csv', [ORIGINAL_HEADER, originalRow('b1', 'TelephonieFaiMedias', 'Infonde')]),
  );
  await withActor(SYSTEM, async tx => {
    const kept = await tx.importRow.findUniqueOrThrow({
      where: { source_rowKey: { source: 'signalconso', rowKey: 'b1' } },
    });
    expect(kept.original).toMatchObject({ id: 'b1', status: 'Infonde', dep_name: 'Paris' });
    const row = await tx.case.findUniqueOrThrow({
      where: { id: kept.caseId },
      include: { events: true, clocks: true },
    });
    expect(row).toMatchObject({
      state: 'answered',
      operatorOutcome: 'rejected',
      operatorId: 'not-stated',
      region: 'FR-IDF',
      daysToAnswer: null,
      dueAt: null,
      clocks: [],
    });
    expect(row.filedAt.toISOString()).toBe('2024-02-28T23:00:00.000Z');
    const events = row.events.sort((a, b) => a.seq - b.seq).map(recordedEvent);
    expect(verifyChain(row.id, events, { seq: row.lastSeq, hash: row.lastHash }, sha256)).toBeNull();
  });
});

test('a narrative of several lines with the notes of the FCC gives the dates of service and answer', async () => {
  const path = file('fcc.csv', [
    'ticket,created_at_local,received_via,city,state,zip,status,on_behalf,subject,description',
    '1,2015-04-22T15:53:50,Internet,Abingdon,Maryland,21009,Closed,No,Slow speeds,"Invented words.',
    ' Follow-up message by FCC on 4/28/2015 11:03:05 AM:',
    ' A notice.',
    ' Follow-up message by FCC on 5/20/2015 1:03:05 PM:',
    ' Closed."',
    '2,2015-04-22T15:53:50,Internet,Abingdon,Maryland,21009,Open,No,Bill,"Short"',
  ]);
  expect(await run('fcc-comcast', path)).toMatchObject({ read: 2, imported: 2, rejected: [] });
  await withActor(SYSTEM, async tx => {
    const rows = await tx.case.findMany({ where: { operatorId: 'comcast' }, orderBy: { servedAt: 'asc' } });
    expect(
      rows.map(row => [
        row.state,
        row.servedAt?.toISOString(),
        row.answeredAt?.toISOString(),
        row.daysToAnswer,
      ]),
    ).toEqual([
      ['closed', '2015-04-28T15:03:05.000Z', '2015-05-20T17:03:05.000Z', 22],
      ['filed', undefined, undefined, null],
    ]);
    expect(rows[0]).toMatchObject({
      category: 'coverage-quality',
      complainantOutcome: 'unconfirmed',
      region: 'US-MD',
    });
  });
});

test('the figures of what was imported equal a recount of the cases', async () => {
  await withActor(SYSTEM, async tx => {
    const counted = await tx.case.groupBy({
      by: ['operatorId'],
      _count: true,
      orderBy: { operatorId: 'asc' },
    });
    const kept = await tx.caseStatDay.groupBy({
      by: ['operatorId'],
      _sum: { filed: true },
      orderBy: { operatorId: 'asc' },
    });
    expect(kept.map(row => [row.operatorId, row._sum.filed])).toEqual(
      counted.map(row => [row.operatorId, row._count]),
    );
    const months = await tx.caseStatMonth.aggregate({ _sum: { filed: true, answered: true, closed: true } });
    const days = await tx.caseStatDay.aggregate({ _sum: { filed: true, answered: true, closed: true } });
    expect(months._sum).toEqual(days._sum);
  });
});

test('an imported account is found by its words once they are made, and again when none are missing', async () => {
  const path = file('words.csv', [
    'ticket,created_at_local,received_via,city,state,zip,status,on_behalf,subject,description',
    'w1,2015-04-22T15:53:50,Internet,Abingdon,Maryland,21009,Open,No,Zanzibarite,"Invented words."',
  ]);
  await run('fcc-comcast', path);
  const hits = () =>
    withActor(
      SYSTEM,
      tx =>
        tx.$queryRaw<unknown[]>`SELECT * FROM find_words(websearch_to_tsquery('simple', 'zanzibarite'), 10)`,
    );
  expect(await hits()).toHaveLength(0);
  expect(await makeMissingWords()).toBeGreaterThan(0);
  expect(await hits()).toHaveLength(1);
  expect(await makeMissingWords()).toBe(0);
});

test('a file of another source is refused before anything is written', async () => {
  await expect(run('fcc-comcast', file('other.csv', [ORIGINAL_HEADER]))).rejects.toBeInstanceOf(
    NotOfThisSource,
  );
});
