import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { deliverSms, SmsRefused } from '#app/platform/sms/sms.server.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { startTestSmsGateway, type TestSmsGateway } from '#scripts/testing/sms-gateway.ts';
import { readOutboxMail } from '../mail/queries/outbox.server.ts';
import { sendQueuedMail } from '../mail/send-queued-mail.server.ts';
import type { NoteOccasion } from './note-occasion.server.ts';
import { type Note, queueNote } from './queue-note.server.ts';
import { sendQueuedSms } from './send-queued-sms.server.ts';

await testDatabase();
let gateway: TestSmsGateway;

const PRODUCTION = {
  RECOURS_INSTANCE: 'production',
  PUBLIC_URL: 'https://recours.example',
  SMTP_URL: 'smtp://localhost',
  MAIL_FROM: 'recours@recours.example',
};
const PUBLIC = { role: 'public', id: null, name: null, organisation: null } as const;
const PHONE = '+212612345678';
const CODE = '481 516';

beforeAll(async () => {
  gateway = await startTestSmsGateway();
});

beforeEach(() => {
  gateway.answer = 202;
  setEnv({ RECOURS_INSTANCE: 'test', SMS_URL: gateway.url, SMS_TOKEN: 'gateway-token' });
});

afterAll(() => gateway.stop());

async function queued(key: string, note: Partial<Note> = {}) {
  await withActor(PUBLIC, tx =>
    queueNote(tx, {
      kind: 'sms.code',
      channel: 'sms',
      to: PHONE,
      language: 'fr',
      values: { minutes: '10' },
      secrets: { code: CODE },
      dedupeKey: key,
      ...note,
    }),
  );
  return stored(key);
}

function stored(key: string) {
  return withActor(SYSTEM, tx => tx.mailOutbox.findUniqueOrThrow({ where: { dedupeKey: `note/${key}` } }));
}

const wording = ({ values }: NoteOccasion) => `Code ${values.code}, valable ${values.minutes} minutes.`;

function send(messageId: string, { lastAttempt = false, timeout = 5000 } = {}) {
  return sendQueuedSms({
    messageId,
    now: new Date().toISOString(),
    lastAttempt,
    compose: () => '',
    composeNote: wording,
    deliver: async sms => {
      try {
        await deliverSms(sms, timeout);
        return undefined;
      } catch (error) {
        if (!(error instanceof SmsRefused)) throw error;
        return { reason: error.message, final: error.final };
      }
    },
  });
}

test('a note by SMS reaches the gateway with its code, and the row keeps neither code nor text of it', async () => {
  setEnv(PRODUCTION);
  const { id, secret } = await queued('taken');
  expect(secret).not.toContain('481');
  await send(id);
  await send(id);
  const [received, ...more] = gateway.received.filter(({ body }) => body.id === id);
  expect(more).toEqual([]);
  expect(received?.headers).toMatchObject({
    authorization: 'Bearer gateway-token',
    'idempotency-key': id,
    'content-type': 'application/json',
  });
  expect(received?.body).toEqual({
    id,
    from: 'Recours',
    to: PHONE,
    text: `Code ${CODE}, valable 10 minutes.`,
    encoding: 'gsm7',
    characters: 33,
    parts: 1,
  });
  expect(await stored('taken')).toMatchObject({
    state: 'sent',
    text: 'Code •code•, valable 10 minutes.',
    secret: null,
    attempts: 1,
  });
});

test.each([
  [500, 'HTTP 500'],
  [503, 'HTTP 503'],
  [429, 'HTTP 429'],
])(
  'an SMS that the gateway answers with %i waits for the next attempt and is taken then',
  async (status, reason) => {
    const { id } = await queued(`again-${status}`);
    gateway.answer = status;
    await expect(send(id)).rejects.toThrow(reason);
    expect(await stored(`again-${status}`)).toMatchObject({
      state: 'queued',
      attempts: 1,
      lastError: reason,
    });
    gateway.answer = 200;
    await send(id);
    expect(await stored(`again-${status}`)).toMatchObject({ state: 'sent', attempts: 2, lastError: null });
  },
);

test.each([400, 401, 422])('an SMS that the gateway answers with %i has failed for good', async status => {
  setEnv(PRODUCTION);
  const { id } = await queued(`never-${status}`);
  gateway.answer = status;
  await send(id);
  expect(await stored(`never-${status}`)).toMatchObject({
    state: 'failed',
    lastError: `HTTP ${status}`,
    secret: null,
  });
});

test('a gateway that does not answer in time is left, and the SMS waits', async () => {
  const { id } = await queued('slow');
  gateway.answer = 'never';
  await expect(send(id, { timeout: 150 })).rejects.toThrow('no answer in time');
  expect(await stored('slow')).toMatchObject({ state: 'queued', attempts: 1 });
});

test('a dead gateway leaves an SMS waiting until the last attempt, and nothing private in the reason', async () => {
  const { id } = await queued('dead');
  setEnv({ SMS_URL: 'http://127.0.0.1:9/messages' });
  const refusal = await send(id).then(
    () => '',
    error => String(error),
  );
  expect(refusal).toContain('the SMS was not taken');
  expect(refusal).not.toMatch(/481|612345678/);
  await send(id, { lastAttempt: true });
  expect(await stored('dead')).toMatchObject({ state: 'failed', attempts: 2 });
});

test('a note asked for twice is sent once', async () => {
  const first = await queued('twice');
  expect(await queued('twice', { values: { minutes: '20' } })).toEqual(first);
});

test('a note by mail carries its secret; a tester reads it on the outbox page of a test instance alone', async () => {
  const { id } = await queued('mail', { channel: 'mail', to: 'amina@example.org' });
  const sent: string[] = [];
  await sendQueuedMail({
    mailId: id,
    now: new Date().toISOString(),
    compose: () => ({ subject: '', text: '' }),
    composeNote: occasion => ({ subject: 'Votre code', text: wording(occasion) }),
    deliver: async ({ text }) => {
      sent.push(text);
      return { outcome: 'taken', status: 250, answer: null, took: 1, at: new Date().toISOString() };
    },
  });
  expect(sent).toEqual([`Code ${CODE}, valable 10 minutes.`]);
  expect((await stored('mail')).text).toBe('Code •code•, valable 10 minutes.');
  expect((await readOutboxMail(id)).text).toBe(`Code ${CODE}, valable 10 minutes.`);
  setEnv(PRODUCTION);
  await expect(readOutboxMail(id)).rejects.toMatchObject({ code: 'not-found' });
});
