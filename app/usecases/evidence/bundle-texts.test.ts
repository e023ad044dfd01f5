import { expect, test } from 'vitest';
import type { CustodyEntry } from '#app/domain/evidence/custody.ts';
import { custodyLines } from './bundle-texts.ts';

const LIAISON = {
  evidenceId: 'e1',
  at: '2026-03-12T10:00:00.000Z',
  actorRole: 'liaison',
  actorId: 'karima',
  actorName: 'Karima Alaoui',
  actorOrganisation: 'maroc-telecom',
} as const;
const LOG: readonly CustodyEntry[] = [
  { ...LIAISON, action: 'released' },
  { ...LIAISON, evidenceId: 'e2', action: 'discarded' },
];

function told(role: 'complainant' | 'case_officer'): readonly CustodyEntry[] {
  return custodyLines(LOG, role)
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as CustodyEntry);
}

test('a complainant’s bundle tells by party of what the operator sent, and nothing of what it never did', () => {
  const entries = told('complainant');
  expect(entries).toMatchObject([{ evidenceId: 'e1', action: 'released' }]);
  expect(entries[0]).not.toHaveProperty('actorName');
});

test('the regulator’s bundle tells also what went with an answer that was not sent, and by whom', () => {
  expect(told('case_officer')).toEqual(LOG);
});
