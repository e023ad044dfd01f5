import { beforeAll, expect, test } from 'vitest';
import { complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { fileTestCase, liaisonOf, registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { writeToComplainant } from '../complaints/write-to-complainant.server.ts';
import { chooseNotifications, readNotificationSettings } from './choose-notifications.server.ts';
import { readStopLink, stopNotifications } from './stop-notifications.server.ts';
import { stopToken } from './stop-token.server.ts';

await testDatabase();
beforeAll(registerOperators);

const NOW = '2026-03-11T09:00:00.000Z';
const PHONE = { phone: '0612345678' };

const personOf = (caseId: string) => ({ ...complainantOf(caseId), caseId });

function write(caseId: string) {
  return writeToComplainant({ actor: liaisonOf('maroc-telecom'), caseId, now: NOW, body: 'Bonjour.' });
}

async function sentFor(caseId: string, kind = 'complainant.write-to-complainant') {
  const rows = await withActor(SYSTEM, tx =>
    tx.mailOutbox.findMany({ where: { caseId, kind }, orderBy: { channel: 'asc' } }),
  );
  return rows.map(({ channel, recipient, language }) => ({ channel, recipient, language }));
}

test('somebody who chose nothing hears by mail', async () => {
  const { caseId } = await serveTestCase();
  await write(caseId);
  expect(await sentFor(caseId)).toEqual([
    { channel: 'mail', recipient: 'amina@example.org', language: 'fr' },
  ]);
});

test('somebody who ticked SMS when filing hears by both, and changes way and language later', async () => {
  const { caseId } = await serveTestCase({ complaint: { ...PHONE, notifyBySms: 'on' } });
  expect((await sentFor(caseId, 'complainant.serve')).map(({ channel }) => channel)).toEqual(['mail', 'sms']);
  await chooseNotifications(personOf(caseId), { channels: 'sms', language: 'ar' });
  await write(caseId);
  expect(await sentFor(caseId)).toEqual([{ channel: 'sms', recipient: '+212612345678', language: 'ar' }]);
});

test('one POST stops everything but the receipt, a look does not, and a new choice starts again', async () => {
  const { caseId, reference } = await serveTestCase({ complaint: PHONE });
  const token = stopToken(caseId);
  expect(await readStopLink(token)).toEqual({ reference, stopped: false });
  expect(await stopNotifications(token, NOW)).toEqual({ reference, stopped: true });
  await stopNotifications(token, NOW);
  await write(caseId);
  expect(await sentFor(caseId)).toEqual([]);
  expect(await sentFor(caseId, 'complainant.file')).toHaveLength(1);
  expect(await readNotificationSettings(personOf(caseId))).toMatchObject({ stopped: true });
  await chooseNotifications(personOf(caseId), { channels: ['mail'], language: 'fr' });
  await write(caseId);
  expect(await sentFor(caseId)).toHaveLength(1);
});

test('a way without an address is refused by the name of its field', async () => {
  const { caseId } = await fileTestCase();
  await expect(
    chooseNotifications(personOf(caseId), { channels: ['sms'], language: 'fr' }),
  ).rejects.toMatchObject({ code: 'invalid-input', fields: { channels: { code: 'not-an-option' } } });
});

test('a token is stored as a digest, and a wrong one finds nothing', async () => {
  const { caseId } = await fileTestCase();
  const row = await withActor(SYSTEM, tx => tx.notificationChoice.findUniqueOrThrow({ where: { caseId } }));
  expect(JSON.stringify(row)).not.toContain(stopToken(caseId));
  await expect(readStopLink('AAAAAAAAAAAAAAAA')).rejects.toMatchObject({ code: 'not-found' });
  await expect(readStopLink('../..')).rejects.toMatchObject({ code: 'not-found' });
});

test("nobody reads or changes another person's choice", async () => {
  const [mine, other] = [await fileTestCase(), await fileTestCase()];
  const seen = await withActor(complainantOf(mine.caseId), tx => tx.notificationChoice.findMany());
  expect(seen.map(({ caseId }) => caseId)).toEqual([mine.caseId]);
  const { count } = await withActor(complainantOf(mine.caseId), tx =>
    tx.notificationChoice.updateMany({ where: { caseId: other.caseId }, data: { byMail: false } }),
  );
  expect(count).toBe(0);
});
