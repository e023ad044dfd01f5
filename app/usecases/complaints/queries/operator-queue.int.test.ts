import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { withActor } from '#app/platform/db/client.server.ts';
import { acknowledgeCase } from '#app/usecases/complaints/acknowledge-case.server.ts';
import {
  liaisonOf,
  recordTestEvents,
  registerOperators,
  serveTestCase,
  testAnswer,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { type QueueFilter, queueAddress, readQueueFilter } from '../queue-filter.schema.ts';
import { type QueueRow, queueRows, queueStatement, readQueuePlace } from './operator-queue.server.ts';
import { queueCounters } from './queue-counters.server.ts';

const urls = await testDatabase();
const OPEN: QueueFilter = { show: 'open' };
const MAROC_TELECOM = liaisonOf('maroc-telecom');
const INWI = liaisonOf('inwi');
/** Days in March 2026 on which cases of Maroc Telecom are served; the first is answered, then disputed. */
const DAYS = [2, 3, 4, 5, 6, 9, 10, 11];
const NOW = '2026-03-19T12:00:00.000Z';
const references: string[] = [];

beforeAll(async () => {
  await registerOperators();
  for (const day of DAYS) {
    const now = `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;
    const lineNumber = `06 00 00 00 ${String(day).padStart(2, '0')}`;
    const receipt = await serveTestCase({
      now,
      complaint: { lineNumber, narrative: `Facture du jour ${day}, cas ordinaire.` },
    });
    references.push(receipt.reference);
    if (day === 2) {
      await recordTestEvents(receipt.caseId, [testAnswer()], {
        at: '2026-03-04T09:00:00.000Z',
        actor: MAROC_TELECOM,
      });
      const payload = { messageId: 'm', digest: '0'.repeat(64), reasons: ['not-done' as const], issues: [] };
      await recordTestEvents(receipt.caseId, [{ type: 'disputed', payload }], {
        at: '2026-03-05T09:00:00.000Z',
      });
    }
  }
  await serveTestCase({
    complaint: { operatorId: 'inwi', narrative: 'Une facture secrète de l’autre opérateur.' },
  });
});

function queue(filter: QueueFilter = OPEN, search = '', actor = MAROC_TELECOM) {
  const question = { actor, filter, place: readQueuePlace(new URLSearchParams(search)), now: NOW };
  return withActor(actor, async tx => ({
    ...(await queueRows(tx, question)),
    counters: await queueCounters(tx, question),
  }));
}

function places(rows: readonly QueueRow[]): readonly number[] {
  return rows.map(row => references.indexOf(row.reference));
}

const SEARCHES: readonly [by: string, text: () => string, found: readonly number[]][] = [
  ['a reference in small letters', () => references[3]?.toLowerCase() ?? '', [3]],
  ['a line’s number as it is written abroad', () => '+212 600 00 00 05', [3]],
  ['a line’s number', () => '0600000005', [3]],
  ['words of the account', () => 'ordinaire jour', [7, 6, 5, 4, 3, 2, 1, 0]],
  ['nothing that is there', () => 'introuvable', []],
];

describe('the queue', () => {
  test('is in the order of deadlines, cases without a running clock last', async () => {
    const { rows } = await queue();
    expect(places(rows)).toEqual([1, 2, 3, 4, 5, 6, 7, 0]);
    expect(rows[0]).toMatchObject({
      due: { dueOn: '2026-03-17', daysLeft: -2 },
      overdue: true,
      due_clock: 'respond',
    });
    expect(rows.at(-1)).toMatchObject({ state: 'disputed', due: null, overdue: false });
  });

  test('counts what its views then show', async () => {
    const { counters } = await queue();
    expect(counters).toEqual({
      open: 8,
      today: 1,
      week: 4,
      overdue: 2,
      disputed: 1,
      mine: 0,
      unassigned: 8,
      filtered: [],
    });
    for (const show of ['open', 'today', 'week', 'overdue', 'disputed'] as const) {
      expect((await queue({ show })).rows).toHaveLength(counters[show]);
    }
  });

  test.each(SEARCHES)('finds by %s', async (_by, text, expected) => {
    expect(places((await queue({ show: 'open', text: text() })).rows)).toEqual(expected);
  });

  test('walks forth and back through all cases, also those without a deadline', async () => {
    const all = (await queue()).rows;
    for (const [index, row] of all.entries()) {
      const place = `${row.place ?? ''}~${row.id}`;
      expect((await queue(OPEN, `after=${place}`)).rows.map(({ id }) => id)).toEqual(
        all.slice(index + 1).map(({ id }) => id),
      );
      expect((await queue(OPEN, `before=${place}`)).rows.map(({ id }) => id)).toEqual(
        all.slice(0, index).map(({ id }) => id),
      );
    }
    const newest = (await queue({ show: 'all' })).rows;
    expect(places(newest)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    const [, second] = newest;
    expect(places((await queue({ show: 'all' }, `before=${second?.place}~${second?.id}`)).rows)).toEqual([7]);
  });
});

describe('an operator', () => {
  test('sees nothing of another one: not in the queue, by search, through Prisma or raw SQL', async () => {
    const own = await queue(OPEN, '', INWI);
    expect(own.rows).toHaveLength(1);
    expect(own.counters.open).toBe(1);
    expect((await queue({ show: 'all', text: 'secrète' })).rows).toHaveLength(0);
    expect((await queue({ show: 'all', text: own.rows[0]?.reference ?? '' })).rows).toHaveLength(0);
    await withActor(MAROC_TELECOM, async tx => {
      expect(await tx.case.count({ where: { operatorId: 'inwi' } })).toBe(0);
      expect(await tx.caseEvent.count({ where: { caseId: own.rows[0]?.id ?? '' } })).toBe(0);
      const raw = await tx.$queryRaw<unknown[]>`SELECT 1 FROM case_statement WHERE narrative LIKE '%secr%'`;
      expect(raw).toHaveLength(0);
    });
    const foreign = acknowledgeCase({ actor: MAROC_TELECOM, caseId: own.rows[0]?.id ?? '', now: NOW });
    await expect(foreign).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('without an actor', () => {
  test('every table that holds case data is empty for the app’s role', async () => {
    const client = new pg.Client({ connectionString: urls.appUrl });
    await client.connect();
    try {
      const guarded = await client.query<{ relname: string }>(
        'SELECT relname FROM pg_class WHERE relforcerowsecurity ORDER BY relname',
      );
      const names = guarded.rows.map(row => row.relname);
      expect(names).toEqual(
        expect.arrayContaining([
          'case',
          'case_event',
          'case_message',
          'case_statement',
          'clock',
          'complainant_identity',
          'response',
        ]),
      );
      for (const name of names) {
        expect((await client.query(`SELECT 1 FROM "${name}" LIMIT 1`)).rowCount, name).toBe(0);
      }
    } finally {
      await client.end();
    }
  });
});

/** Enough cases for the planner to care: 20,000 of three operators, one in five of them open. */
async function addManyCases(): Promise<void> {
  const client = new pg.Client({ connectionString: urls.superuserUrl });
  await client.connect();
  try {
    await client.query(`INSERT INTO "case" SELECT r.* FROM "case" c, generate_series(1, 20000) n,
      LATERAL jsonb_populate_record(c, jsonb_build_object(
        'id', gen_random_uuid(), 'reference', 'many-' || n,
        'operator_id', (ARRAY['inwi', 'maroc-telecom', 'orange-maroc'])[1 + n / 10 % 3],
        'state', CASE WHEN n % 10 < 2 THEN 'served' ELSE 'closed' END,
        'due_at', CASE WHEN n % 10 < 2 THEN c.filed_at + (n * 7919 % 20011) * interval '1 minute' END)) r
      WHERE c.reference = '${references[4]}'`);
    await client.query('VACUUM ANALYZE "case", desk_case');
  } finally {
    await client.end();
  }
}

async function planOf(search: string): Promise<string> {
  const place = readQueuePlace(new URLSearchParams(search));
  const statement = queueStatement({ actor: MAROC_TELECOM, filter: OPEN, place, now: NOW });
  const plan: Record<string, string>[] = await withActor(MAROC_TELECOM, tx =>
    tx.$queryRawUnsafe(`EXPLAIN ${statement.text}`, ...statement.values),
  );
  return plan.map(line => line['QUERY PLAN']).join('\n');
}

describe('the plan of the queue', () => {
  test('reads the index that was made for it, forth and back, among many cases', async () => {
    await addManyCases();
    const { next } = await queue();
    const { next: middle } = await queue(OPEN, `after=${next}`);
    for (const search of ['', `after=${middle}`, `before=${middle}`]) {
      const plan = await planOf(search);
      expect(plan).toContain('Index Only Scan');
      expect(plan).toContain('desk_waiting_due');
      expect(plan).not.toMatch(/Seq Scan on (?:case|desk_case)|Bitmap/);
    }
  });
});

describe('an address', () => {
  test('gives back the filter that it was made from, and ignores what is no choice', () => {
    const filter: QueueFilter = { show: 'overdue', state: 'served', category: 'billing', text: 'a&b=c' };
    const { searchParams } = new URL(queueAddress(filter), 'https://recours.example');
    expect(readQueueFilter(searchParams)).toEqual(filter);
    expect(queueAddress({ show: 'open' })).toBe('/operator');
    const wrong = new URLSearchParams('show=everything&state=draft&category=weather&after=nonsense');
    expect(readQueueFilter(wrong)).toEqual(OPEN);
    expect(readQueuePlace(wrong)).toBeNull();
  });
});
