import { beforeAll, expect, test } from 'vitest';
import { type Actor, SYSTEM } from '#app/domain/case/states.ts';
import { composeNoteMail } from '#app/mail/compose-note.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import { noteOccasions } from '#app/usecases/notifications/note-occasion.server.ts';
import { registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { assignCases } from './assign-cases.server.ts';
import { changeAbsence } from './change-absence.server.ts';
import { chooseDigest } from './own-desk.server.ts';
import { queueDigests } from './queue-digests.server.ts';

await testDatabase();
/** Casablanca is at UTC in Ramadan, of which this Thursday is a day. */
const MORNING = '2026-03-12T08:00:00.000Z';

function liaison(id: string): Actor & { readonly id: string } {
  return { role: 'liaison', id, name: id, organisation: 'maroc-telecom' };
}

const AMAL = liaison('amal');

async function digests() {
  return withActor(SYSTEM, tx =>
    tx.mailOutbox.findMany({ where: { kind: 'desk.digest' }, orderBy: { createdAt: 'asc' } }),
  );
}

beforeAll(async () => {
  await registerOperators();
  const people = ['amal', 'badr', 'chama', 'driss'].map((id, index) => ({
    ...{ id, name: id, role: 'liaison', operatorId: 'maroc-telecom', email: `${id}@operator.example` },
    language: ['ar', 'fr', 'de', 'en'][index] ?? 'fr',
  }));
  await database().user.createMany({ data: people });
  const mine = await serveTestCase({ now: '2026-03-11T10:00:00.000Z' });
  await serveTestCase({ now: '2026-02-16T10:00:00.000Z' });
  await assignCases({
    actor: AMAL,
    caseIds: [mine.caseId],
    assignee: 'amal',
    now: '2026-03-11T11:00:00.000Z',
  });
  await chooseDigest(liaison('chama'), false);
  await changeAbsence(liaison('driss'), { from: '2026-03-10', to: '2026-03-20' });
});

test('the daily mail goes out on the morning of a working day alone', async () => {
  for (const at of ['2026-03-12T05:00:00.000Z', '2026-03-12T15:00:00.000Z', '2026-03-14T08:00:00.000Z']) {
    expect(await queueDigests(at), at).toBe(0);
  }
});

test('it goes once a day to who wants it and is there', async () => {
  expect(await queueDigests(MORNING)).toBe(2);
  expect(await queueDigests('2026-03-12T08:05:00.000Z')).toBe(0);
  const sent = await digests();
  expect(sent.map(({ recipient, language }) => [recipient, language]).toSorted()).toEqual([
    ['amal@operator.example', 'ar'],
    ['badr@operator.example', 'fr'],
  ]);
  expect(await queueDigests('2026-03-13T08:00:00.000Z')).toBe(2);
});

test('it has the figures of its reader’s desk and nothing of any complainant', async () => {
  const [mail] = (await digests()).filter(({ recipient }) => recipient.startsWith('amal'));
  expect(mail?.params).toMatchObject({
    mine: '1',
    fresh: '1',
    today: '0',
    overdue: '0',
    unassigned: '1',
    mentions: '0',
  });
  if (mail === undefined) throw new Error('no mail');
  for (const language of ['ar', 'de', 'en', 'fr'] as const) {
    const { subject, text } = composeNoteMail({ ...noteOccasions(mail).sent, language });
    expect(text).toContain('/operator');
    expect(`${subject}${text}`).not.toMatch(/Amina|\{\{|MA-2026|0612345678/);
  }
});
