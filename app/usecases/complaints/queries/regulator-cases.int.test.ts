import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { CASE_OFFICER, fileTestCase, registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { randomLives } from '#scripts/testing/random-lives.ts';
import type { CaseFilter } from '../case-filter.schema.ts';
import { neighbourCases } from './neighbour-cases.server.ts';
import { type CasePage, listCases, readPlace } from './regulator-cases.server.ts';
import { regulatorOverview } from './regulator-overview.server.ts';

await testDatabase();
const NOW = '2026-06-15T12:00:00.000Z';
const ANALYST: Actor = { role: 'analyst', id: 'analyst', name: 'Nadia', organisation: null };
const LIVES = 115;

function list(filter: CaseFilter, options: { actor?: Actor; query?: string } = {}): Promise<CasePage> {
  const place = readPlace(new URLSearchParams(options.query ?? ''));
  return listCases({ actor: options.actor ?? CASE_OFFICER, filter, now: NOW, place });
}

async function allPages(filter: CaseFilter): Promise<{ references: string[]; last: CasePage }> {
  let page = await list(filter);
  const references = page.rows.map(row => row.reference);
  while (page.next !== null) {
    page = await list(filter, { query: `after=${encodeURIComponent(page.next)}` });
    references.push(...page.rows.map(row => row.reference));
  }
  return { references, last: page };
}

beforeAll(async () => {
  await registerOperators();
  await randomLives(LIVES, 11);
}, 120_000);

describe("the regulator's list", () => {
  test('goes page by page through every case once, newest first, and back again', async () => {
    const { references, last } = await allPages({});
    expect(new Set(references).size).toBe(LIVES);
    expect(references).toHaveLength(LIVES);
    expect(last.total).toEqual({ count: LIVES, exact: true });
    const back = await list({}, { query: `before=${encodeURIComponent(last.previous ?? '')}` });
    expect(back.rows.map(row => row.reference)).toEqual(references.slice(50, 100));
    const first = await list({}, { query: `before=${encodeURIComponent(back.previous ?? '')}` });
    expect(first.rows.map(row => row.reference)).toEqual(references.slice(0, 50));
    expect(first.previous).toBeNull();
  });

  test('goes through the same cases from the oldest on, for who decides in that order', async () => {
    const newest = await allPages({});
    const oldest = await allPages({ order: 'oldest' });
    expect(oldest.references).toEqual(newest.references.toReversed());
    const back = await list(
      { order: 'oldest' },
      { query: `before=${encodeURIComponent(oldest.last.previous ?? '')}` },
    );
    expect(back.rows.map(row => row.reference)).toEqual(oldest.references.slice(50, 100));
  });

  test.each<[string, CaseFilter]>([
    ['the newest first', {}],
    ['the oldest first', { order: 'oldest' }],
    ['some of them only', { operator: 'inwi', category: 'billing' }],
  ])('leads from each case to the one beside it, %s', async (_, filter) => {
    const { references } = await allPages(filter);
    for (const at of [0, 1, Math.floor(references.length / 2), references.length - 1]) {
      const reference = references[at] ?? '';
      const row = await withActor(CASE_OFFICER, tx => tx.case.findUniqueOrThrow({ where: { reference } }));
      const of = { id: row.id, filedAt: row.filedAt.toISOString() };
      const beside = await neighbourCases({ actor: CASE_OFFICER, filter, of, now: NOW });
      expect(beside).toEqual({ previous: references[at - 1] ?? null, next: references[at + 1] ?? null });
    }
  });

  test('still leads on when a command has just taken the case out of the list', async () => {
    const filter: CaseFilter = { state: 'under_review', order: 'oldest' };
    const { references } = await allPages(filter);
    const decided = await withActor(CASE_OFFICER, tx =>
      tx.case.findFirstOrThrow({ where: { state: { not: 'under_review' } }, orderBy: { filedAt: 'asc' } }),
    );
    const of = { id: decided.id, filedAt: decided.filedAt.toISOString() };
    const { previous, next } = await neighbourCases({ actor: CASE_OFFICER, filter, of, now: NOW });
    expect([previous, next]).not.toContain(decided.reference);
    expect(references[references.indexOf(next ?? '') - 1] ?? null).toBe(previous);
  });

  test('keeps its pages when a case is filed meanwhile', async () => {
    const before = await list({});
    const fresh = await fileTestCase({ now: '2026-06-01T09:00:00.000Z' });
    const next = await list({}, { query: `after=${encodeURIComponent(before.next ?? '')}` });
    const shown = [...before.rows, ...next.rows].map(row => row.reference);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).not.toContain(fresh.reference);
    expect((await list({})).rows[0]?.reference).toBe(fresh.reference);
  });

  test.each<[string, CaseFilter]>([
    ['operator', { operator: 'inwi' }],
    ['state', { state: 'answered' }],
    ['category', { category: 'billing' }],
    ['region', { region: 'MA-07' }],
    ['period', { from: '2025-01-01', to: '2025-03-31' }],
    ['outcome', { outcome: 'rejected' }],
    ['mark', { is: 'disputed' }],
    ['several at once', { operator: 'inwi', category: 'billing', is: 'answered', from: '2025-01-01' }],
  ])('narrows by %s to what fits', async (_, filter) => {
    const { references } = await allPages(filter);
    const rows = await withActor(ANALYST, tx => tx.case.findMany());
    const expected = rows.filter(
      row =>
        (filter.operator === undefined || row.operatorId === filter.operator) &&
        (filter.state === undefined || row.state === filter.state) &&
        (filter.category === undefined || row.category === filter.category) &&
        (filter.region === undefined || row.region === filter.region) &&
        (filter.from === undefined || row.filedOn.toISOString().slice(0, 10) >= filter.from) &&
        (filter.to === undefined || row.filedOn.toISOString().slice(0, 10) <= filter.to) &&
        (filter.outcome === undefined || row.operatorOutcome === filter.outcome) &&
        (filter.is !== 'disputed' || row.disputes > 0) &&
        (filter.is !== 'answered' || row.answeredAt !== null),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(references.sort()).toEqual(expected.map(row => row.reference).sort());
  });

  test('finds overdue cases by the time that it is', async () => {
    const { reference } = await serveTestCase({ now: '2026-03-10T09:00:00.000Z' });
    const overdue = await allPages({ is: 'overdue' });
    expect(overdue.references).toContain(reference);
    const place = null;
    const early = await listCases({
      actor: CASE_OFFICER,
      filter: { is: 'overdue' },
      now: '2026-03-11T09:00:00.000Z',
      place,
    });
    expect(early.rows.map(row => row.reference)).not.toContain(reference);
    const { counters } = await regulatorOverview(CASE_OFFICER, NOW);
    expect(counters.overdue).toBe(overdue.references.length);
  });
});

describe('a search', () => {
  test('finds a reference as people type it, and says when it is mistyped', async () => {
    const { reference } = await fileTestCase();
    const typed = reference.toLowerCase().replaceAll('-', ' ');
    expect((await list({ text: typed })).rows.map(row => row.reference)).toEqual([reference]);
    const wrong = `${reference.slice(0, -1)}${reference.endsWith('7') ? '8' : '7'}`;
    expect(await list({ text: wrong })).toMatchObject({ rows: [], text: 'mistyped-reference' });
  });

  test('finds words without their accents, for who may read accounts', async () => {
    const narrative = 'Le pylône de la forêt ne fonctionne plus depuis la tempête.';
    const { reference } = await fileTestCase({ complaint: { narrative } });
    expect((await list({ text: 'pylone foret' })).rows.map(row => row.reference)).toEqual([reference]);
    expect((await list({ text: 'pylône', operator: 'inwi' })).rows).toEqual([]);
    expect((await list({ text: 'pylône' }, { actor: ANALYST })).rows).toEqual([]);
  });
});

describe('people', () => {
  test('are named to case officers and never to analysts', async () => {
    expect((await list({})).rows.every(row => row.complainant === 'Amina Exemple')).toBe(true);
    const seen = await list({}, { actor: ANALYST });
    expect(seen.rows.every(row => row.complainant === null)).toBe(true);
  });

  test('are followed from case to case by who may see recurrence', async () => {
    const complaint = { email: 'again@example.org', operatorId: 'inwi' };
    const first = await fileTestCase({ complaint });
    const second = await fileTestCase({ complaint, now: '2026-04-01T09:00:00.000Z' });
    await fileTestCase({ complaint: { ...complaint, operatorId: 'maroc-telecom' } });
    const found = await list({ same: first.reference });
    expect(found.rows.map(row => row.reference)).toEqual([second.reference, first.reference]);
    expect((await list({ same: first.reference }, { actor: ANALYST })).rows.length).toBeGreaterThan(2);
  });
});
