import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyChain } from '#app/domain/case/event-chain.ts';
import { type Actor, complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import { profiles } from '#profiles/index.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { acknowledgeCase } from './acknowledge-case.server.ts';
import { loadCase, recordedEvent } from './case-store.server.ts';
import { fileComplaint, issueReceipt, type Receipt } from './file-complaint.server.ts';
import { readComplaint } from './read-complaint.schema.ts';
import { requestInformation } from './request-information.server.ts';
import { completeService, prepareService } from './serve-case.server.ts';

const urls = await testDatabase();
const NOW = '2026-03-10T09:00:00.000Z';
const LATER = '2026-03-11T10:00:00.000Z';

function liaisonOf(operatorId: string): Actor {
  return { role: 'liaison', id: 'u1', name: 'Samira', organisation: operatorId };
}

function complaint(operatorId: string) {
  const read = readComplaint(
    {
      track: 'consumer',
      operatorId,
      service: 'mobile',
      category: 'billing',
      issues: ['billing/error'],
      startedAt: '2026-01-02',
      region: 'MA-06',
      attempts: [{ on: '2026-01-03', channel: 'hotline', result: 'refused' }],
      narrative: 'La facture de janvier compte deux fois la même option, malgré deux appels.',
      remedySought: ['correct-bill'],
      amount: '120,50',
      name: 'Amina Exemple',
      email: 'amina@example.org',
      lineNumber: '0612345678',
      facts: { disputedLines: 'Option internationale comptée deux fois' },
    },
    { profile: profiles.ma, now: NOW },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.fields));
  return read.value;
}

async function fileAndServe(operatorId: string): Promise<Receipt> {
  const receipt = issueReceipt(NOW);
  await withActor(complainantOf(receipt.caseId), tx =>
    fileComplaint(tx, { complaint: complaint(operatorId), receipt, evidence: [], source: 'web', now: NOW }),
  );
  await prepareService(receipt.caseId, NOW);
  await withActor(SYSTEM, async tx => {
    const delivery = await tx.delivery.findFirstOrThrow({ where: { caseId: receipt.caseId } });
    await completeService(tx, delivery, NOW);
  });
  return receipt;
}

beforeAll(async () => {
  await database().operator.createMany({
    data: profiles.ma.operators.map(({ id, name, brands, services, subscribers, deskEmail }) => ({
      id,
      name,
      brands: [...brands],
      services: [...services],
      subscribers,
      deskEmail,
    })),
  });
});

describe('a case from filing to service', () => {
  test('is one row, a sealed chain, running clocks and one more in the figures', async () => {
    const receipt = await fileAndServe('maroc-telecom');
    await withActor(SYSTEM, async tx => {
      const row = await tx.case.findUniqueOrThrow({
        where: { id: receipt.caseId },
        include: { clocks: true, events: true },
      });
      expect(row).toMatchObject({
        state: 'served',
        amountMinor: 12050n,
        dueClock: 'respond',
        reference: receipt.reference,
      });
      expect(row.clocks.map(clock => [clock.kind, clock.state]).sort()).toEqual([
        ['acknowledge', 'running'],
        ['respond', 'running'],
      ]);
      const events = row.events.sort((a, b) => a.seq - b.seq).map(recordedEvent);
      expect(events.map(event => event.type)).toEqual(['filed', 'served']);
      expect(
        verifyChain(receipt.caseId, events, { seq: row.lastSeq, hash: row.lastHash }, sha256),
      ).toBeNull();
      const figures = await tx.caseStatDay.aggregate({ _sum: { filed: true, served: true, open: true } });
      expect(figures._sum).toEqual({ filed: 1, served: 1, open: 1 });
      expect(await tx.caseStatMonth.aggregate({ _sum: { served: true } })).toEqual({ _sum: { served: 1 } });
    });
  });

  test('pauses its clock while the complainant is asked', async () => {
    const receipt = await fileAndServe('maroc-telecom');
    const actor = liaisonOf('maroc-telecom');
    await acknowledgeCase({ actor, caseId: receipt.caseId, now: LATER });
    await requestInformation({
      actor,
      caseId: receipt.caseId,
      now: LATER,
      question: 'Quel numéro de facture ?',
    });
    const loaded = await withActor(SYSTEM, tx => loadCase(tx, receipt.caseId));
    expect(loaded.projection).toMatchObject({
      state: 'returned',
      returnedFrom: 'served',
      acknowledgedAt: LATER,
    });
    expect(loaded.clocks.map(clock => [clock.kind, clock.state])).toEqual([
      ['acknowledge', 'stopped'],
      ['respond', 'paused'],
    ]);
  });

  test('refuses a command that someone else was faster with', async () => {
    const receipt = await fileAndServe('maroc-telecom');
    const give = () =>
      acknowledgeCase({
        actor: liaisonOf('maroc-telecom'),
        caseId: receipt.caseId,
        now: LATER,
        expectedVersion: 2,
      });
    const results = await Promise.allSettled([give(), give()]);
    expect(results.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find(result => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'case-changed' });
  });
});

const CASE_TABLES = [
  'case',
  'case_statement',
  'complainant_identity',
  'complainant_contact',
  'case_event',
  'case_message',
  'response',
  'decision',
  'clock',
  'former_breach',
  'delivery',
  'evidence',
  'draft',
  'mail_outbox',
  'case_stat_day',
  'case_stat_month',
  'import_run',
  'import_row',
  'import_rejection',
];

describe('row-level security', () => {
  test.each(CASE_TABLES)('without an actor %s returns nothing', async table => {
    await fileAndServe('inwi');
    const rows = await database().$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM "${table}"`);
    expect(Number(rows[0]?.n)).toBe(0);
  });

  test('an operator reaches nothing of another, through Prisma or raw SQL', async () => {
    const receipt = await fileAndServe('maroc-telecom');
    await withActor(liaisonOf('orange-maroc'), async tx => {
      expect(await tx.case.findUnique({ where: { id: receipt.caseId } })).toBeNull();
      for (const table of CASE_TABLES.slice(1, 12)) {
        const rows = await tx.$queryRawUnsafe<{ n: bigint }[]>(
          `SELECT count(*) AS n FROM "${table}" WHERE case_id = $1::uuid`,
          receipt.caseId,
        );
        expect(Number(rows[0]?.n), table).toBe(0);
      }
    });
    await expect(
      acknowledgeCase({ actor: liaisonOf('orange-maroc'), caseId: receipt.caseId, now: LATER }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('a liaison reads who the customer is but not how to reach her; an analyst neither', async () => {
    const receipt = await fileAndServe('maroc-telecom');
    const where = { caseId: receipt.caseId };
    await withActor(liaisonOf('maroc-telecom'), async tx => {
      expect(await tx.complainantIdentity.findUnique({ where })).toMatchObject({ name: 'Amina Exemple' });
      expect(await tx.complainantContact.findUnique({ where })).toBeNull();
    });
    await withActor({ role: 'analyst', id: 'a', name: 'A', organisation: null }, async tx => {
      expect(await tx.case.findUnique({ where: { id: receipt.caseId } })).not.toBeNull();
      expect(await tx.complainantIdentity.findUnique({ where })).toBeNull();
      expect(await tx.complainantContact.findUnique({ where })).toBeNull();
      expect(await tx.caseStatement.findUnique({ where })).toBeNull();
    });
  });

  test('the record refuses UPDATE and DELETE, from the app and from the owner', async () => {
    const receipt = await fileAndServe('maroc-telecom');
    const change = 'UPDATE case_event SET type = type WHERE case_id = $1';
    await expect(
      withActor(SYSTEM, tx => tx.$executeRawUnsafe(change.replace('$1', '$1::uuid'), receipt.caseId)),
    ).rejects.toThrow(/permission denied/);
    const owner = new pg.Client({ connectionString: urls.ownerUrl });
    await owner.connect();
    await owner.query(`SELECT set_config('app.role', 'system', false)`);
    await expect(owner.query('TRUNCATE case_event')).rejects.toThrow(/append-only/);
    await owner.end();
    const superuser = new pg.Client({ connectionString: urls.superuserUrl });
    await superuser.connect();
    await expect(superuser.query(change, [receipt.caseId])).rejects.toThrow(/append-only/);
    await expect(
      superuser.query('DELETE FROM case_event WHERE case_id = $1', [receipt.caseId]),
    ).rejects.toThrow(/append-only/);
    await superuser.end();
  });
});
