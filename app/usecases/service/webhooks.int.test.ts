import { Webhook } from 'standardwebhooks';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import {
  CASE_OFFICER,
  fileTestCase,
  liaisonOf,
  registerOperators,
  serveTestCase,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { startWebhookReceiver, type WebhookReceiver } from '#scripts/testing/webhook-receiver.ts';
import { loadCase } from '../complaints/case-store.server.ts';
import { prepareService } from '../complaints/serve-case.server.ts';
import { startReview } from '../complaints/start-review.server.ts';
import { addEndpoint, pingEndpoint, replayMessage, rotateSecret } from './manage-endpoints.server.ts';
import { outgoingRules } from './outgoing-rules.server.ts';
import { sendDueWebhooks, sendNextWebhook } from './send-webhooks.server.ts';

await testDatabase();
const OPERATOR = 'maroc-telecom';
const DESK = { ...liaisonOf(OPERATOR), organisation: OPERATOR };
const EVENTS = ['case.served', 'case.under_review', 'case.decided'];
let receiver: WebhookReceiver;
/** Listens where no request may ever arrive. */
let secretPlace: WebhookReceiver;

const START = new Date().toISOString();
function after(duration: Temporal.DurationLike): string {
  return Temporal.Instant.from(START).add(duration).toString({ fractionalSecondDigits: 3 });
}
const sendAll = (now: string) => sendDueWebhooks(() => now);

beforeAll(async () => {
  setEnv({ WEBHOOK_ALLOW_NETWORKS: '127.0.0.1/32', DELIVERY_TIMEOUT: '1' });
  await registerOperators();
  // The webhook alone serves here.
  await database().operator.update({ where: { id: OPERATOR }, data: { deskEmail: null } });
  receiver = await startWebhookReceiver();
  secretPlace = await startWebhookReceiver('127.0.0.2');
});

afterAll(async () => {
  await Promise.all([receiver.stop(), secretPlace.stop()]);
});

beforeEach(async () => {
  receiver.behaviour = 204;
  (receiver.received as unknown[]).length = 0;
  await withActor(SYSTEM, tx => tx.webhookEndpoint.updateMany({ data: { state: 'removed' } }));
  // Cases of other tests would be taken up by the next endpoint.
  await withActor(SYSTEM, tx =>
    tx.case.updateMany({ where: { state: 'filed' }, data: { state: 'withdrawn' } }),
  );
  await withActor(SYSTEM, tx =>
    tx.webhookDelivery.updateMany({
      where: { state: { in: ['queued', 'sent'] } },
      data: { state: 'failed' },
    }),
  );
});

const newEndpoint = () => addEndpoint(DESK, { url: receiver.url, events: EVENTS }, START);

async function caseToServe() {
  const receipt = await fileTestCase({ now: START });
  await prepareService(receipt.caseId, START);
  return receipt;
}

const load = (caseId: string) => withActor(SYSTEM, tx => loadCase(tx, caseId));
const messageOf = (caseId: string) =>
  withActor(SYSTEM, tx =>
    tx.webhookDelivery.findFirstOrThrow({
      where: { caseId },
      orderBy: [{ createdAt: 'desc' }, { type: 'desc' }],
    }),
  );
const deliveryOf = (caseId: string) =>
  withActor(SYSTEM, tx => tx.delivery.findFirstOrThrow({ where: { caseId, channel: 'webhook' } }));
const attemptsOf = (deliveryId: string) =>
  withActor(SYSTEM, tx => tx.deliveryAttempt.findMany({ where: { deliveryId }, orderBy: { at: 'asc' } }));
const idsReceived = () => receiver.received.map(({ headers }) => headers['webhook-id']);

test('a webhook that is taken serves the case: the clock cites the delivery and what proved it', async () => {
  const { secret } = await newEndpoint();
  const { caseId, reference } = await caseToServe();
  await sendAll(START);
  const delivery = await deliveryOf(caseId);
  expect(delivery).toMatchObject({ state: 'delivered', attempts: 1, proof: 'webhook-answered' });
  const { events, clocks, projection } = await load(caseId);
  expect(projection.state).toBe('served');
  expect(events.at(-1)?.payload).toMatchObject({
    deliveryId: delivery.id,
    channel: 'webhook',
    proof: 'webhook-answered',
    answer: 'HTTP 204',
  });
  expect(clocks.map(({ startedAt }) => startedAt)).toEqual([START, START]);
  const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({
    type: 'case.served',
    data: { reference },
  });
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
  expect(body).not.toMatch(/Amina|0612345678|example\.org/);
});

test('an answer with signs that no database takes is kept without them, and the attempt counts', async () => {
  await newEndpoint();
  const { caseId } = await caseToServe();
  receiver.behaviour = { refuses: 'no\u0000 way\u001b[31m' };
  await sendAll(START);
  const { id } = await deliveryOf(caseId);
  expect(await attemptsOf(id)).toMatchObject([
    { outcome: 'error-answer', status: 500, answer: 'no  way [31m' },
  ]);
  expect(await messageOf(caseId)).toMatchObject({ state: 'queued', lastStatus: 500 });
});

test('an endpoint that fails is tried at growing pauses for three days, then the message is a dead letter and the endpoint is off', async () => {
  const { endpointId } = await newEndpoint();
  const { caseId } = await caseToServe();
  receiver.behaviour = 500;
  let now = START;
  for (let attempts = 1; ; attempts += 1) {
    await sendAll(now);
    expect(receiver.received).toHaveLength(attempts);
    const { nextAttemptAt, state } = await messageOf(caseId);
    if (nextAttemptAt === null) break;
    expect(state).toBe('queued');
    now = nextAttemptAt.toISOString();
  }
  expect(now).toBe(after({ hours: 72 }));
  expect(new Set(idsReceived()).size).toBe(1);
  expect(await messageOf(caseId)).toMatchObject({
    state: 'failed',
    lastOutcome: 'error-answer',
    lastStatus: 500,
  });
  const delivery = await deliveryOf(caseId);
  expect(delivery).toMatchObject({ state: 'failed', reason: 'error-answer' });
  const attempts = await attemptsOf(delivery.id);
  expect(attempts).toHaveLength(receiver.received.length);
  expect(attempts[0]).toMatchObject({ outcome: 'error-answer', status: 500, answer: 'status 500' });
  const { projection, events } = await load(caseId);
  expect(projection.state).toBe('filed');
  expect(events.at(-1)?.type).toBe('delivery-failed');
  const endpoint = await withActor(SYSTEM, tx =>
    tx.webhookEndpoint.findUniqueOrThrow({ where: { id: endpointId } }),
  );
  expect(endpoint.state).toBe('disabled');
});

test('a dead letter that is replayed arrives under the same webhook-id and serves the case then', async () => {
  const { endpointId, secret } = await newEndpoint();
  const { caseId } = await caseToServe();
  receiver.behaviour = 410;
  await sendAll(START);
  const dead = await messageOf(caseId);
  expect(dead).toMatchObject({ state: 'failed', lastOutcome: 'refused' });
  receiver.behaviour = 200;
  await withActor(SYSTEM, tx =>
    tx.webhookEndpoint.update({ where: { id: endpointId }, data: { state: 'active' } }),
  );
  await replayMessage(DESK, dead.id, after({ minutes: 1 }));
  await sendAll(after({ minutes: 1 }));
  expect(idsReceived()).toEqual([dead.messageId, dead.messageId]);
  for (const { body, headers } of receiver.received) new Webhook(secret).verify(body, headers);
  expect((await load(caseId)).projection.state).toBe('served');
  // Once more: the receiver recognises it, and nothing here changes.
  await replayMessage(DESK, dead.id, after({ minutes: 2 }));
  receiver.behaviour = 500;
  await sendAll(after({ minutes: 2 }));
  expect(new Set(idsReceived())).toEqual(new Set([dead.messageId]));
  expect((await deliveryOf(caseId)).state).toBe('delivered');
  expect((await load(caseId)).events.filter(({ type }) => type === 'served')).toHaveLength(1);
});

test('an endpoint that does not answer in time leaves the message sent, and it goes out again', async () => {
  await newEndpoint();
  const { caseId } = await caseToServe();
  receiver.behaviour = 'silent';
  await sendAll(START);
  expect(await messageOf(caseId)).toMatchObject({ state: 'sent', lastOutcome: 'slow', attempts: 1 });
  expect(await deliveryOf(caseId)).toMatchObject({ state: 'sent', reason: 'slow' });
  receiver.behaviour = 204;
  await sendAll(START);
  expect(receiver.received).toHaveLength(1);
  await sendAll(after({ seconds: 10 }));
  expect(new Set(idsReceived()).size).toBe(1);
  expect((await deliveryOf(caseId)).state).toBe('delivered');
});

test('a redirect is refused, wherever it leads', async () => {
  await newEndpoint();
  const { caseId } = await caseToServe();
  receiver.behaviour = { redirectTo: secretPlace.url };
  await sendAll(START);
  expect(await messageOf(caseId)).toMatchObject({
    state: 'queued',
    lastOutcome: 'redirected',
    lastStatus: 307,
  });
  expect(secretPlace.connections).toBe(0);
});

test('an answer without end is cut, and counts by its status', async () => {
  await newEndpoint();
  const { caseId } = await caseToServe();
  receiver.behaviour = { endless: true };
  await sendAll(START);
  const delivery = await deliveryOf(caseId);
  expect(delivery.state).toBe('delivered');
  expect((await attemptsOf(delivery.id))[0]?.answer).toHaveLength(300);
});

function addressesOfSecretPlace(): readonly string[] {
  const { port } = new URL(secretPlace.url);
  const hosts = [
    '127.0.0.2',
    '2130706434',
    '0177.0.0.2',
    '0x7f000002',
    '[::ffff:127.0.0.2]',
    '[::ffff:7f00:2]',
  ];
  return hosts.map(host => `http://${host}:${port}/hooks`);
}

test('no spelling of a private address can be registered, and none is reached if it stands there', async () => {
  const { endpointId } = await newEndpoint();
  for (const url of addressesOfSecretPlace()) {
    await expect(addEndpoint(DESK, { url, events: EVENTS }, START)).rejects.toMatchObject({
      fields: { url: { code: 'endpoint-private-address' } },
    });
    await withActor(SYSTEM, tx => tx.webhookEndpoint.update({ where: { id: endpointId }, data: { url } }));
    const { caseId } = await caseToServe();
    await sendAll(START);
    expect(await messageOf(caseId)).toMatchObject({ state: 'queued', lastOutcome: 'forbidden-address' });
  }
  expect(secretPlace.connections).toBe(0);
});

test('a name that stands for a private address is not followed, and one that changes its meaning gains nothing', async () => {
  const { endpointId } = await newEndpoint();
  const { port } = new URL(secretPlace.url);
  const url = `http://hooks.operator.example:${port}/`;
  await withActor(SYSTEM, tx => tx.webhookEndpoint.update({ where: { id: endpointId }, data: { url } }));
  const { caseId } = await caseToServe();
  // What the name means at each look: a private address, a mixed answer, then public first and private afterwards.
  const meanings = [['127.0.0.2'], ['127.0.0.1', '127.0.0.2'], ['::ffff:127.0.0.2'], ['169.254.169.254']];
  for (const [index, meaning] of meanings.entries()) {
    let looks = 0;
    const rules = {
      ...outgoingRules(),
      lookup: (_name: string, _options: object, callback: Callback) => {
        looks += 1;
        callback(
          null,
          meaning.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
        );
      },
    };
    const now = after({ hours: 7 * index });
    await sendNextWebhook({ now, rules });
    expect(looks).toBe(1);
    expect(await messageOf(caseId)).toMatchObject({ lastOutcome: 'forbidden-address', attempts: index + 1 });
  }
  expect(secretPlace.connections).toBe(0);
});
type Callback = (error: null, addresses: { address: string; family: number }[]) => void;

test('the connection goes to the address that was looked at, not to a second meaning of the name', async () => {
  const { endpointId } = await newEndpoint();
  const { port } = new URL(receiver.url);
  const url = `http://hooks.operator.example:${port}/`;
  await withActor(SYSTEM, tx => tx.webhookEndpoint.update({ where: { id: endpointId }, data: { url } }));
  const { caseId } = await caseToServe();
  const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.2'];
  const rules = {
    ...outgoingRules(),
    lookup: (_name: string, _options: object, callback: Callback) =>
      callback(null, [{ address: answers.shift() ?? '', family: 4 }]),
  };
  await sendNextWebhook({ now: START, rules });
  expect((await messageOf(caseId)).state).toBe('delivered');
  expect(answers).toHaveLength(2);
  expect(secretPlace.connections).toBe(0);
});

test('a production instance reaches no private network whatever the settings say', async () => {
  setEnv({
    RECOURS_INSTANCE: 'production',
    PUBLIC_URL: 'https://recours.example',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'a@b.example',
  });
  expect(outgoingRules()).toMatchObject({ allowed: [], plain: false });
  setEnv({ RECOURS_INSTANCE: 'test' });
});

test('a worker that dies between the answer and its record sends again under the same webhook-id', async () => {
  await newEndpoint();
  const { caseId } = await caseToServe();
  const died = sendNextWebhook({ now: START, answered: () => Promise.reject(new Error('killed')) });
  await expect(died).rejects.toThrow('killed');
  expect(await messageOf(caseId)).toMatchObject({ state: 'queued', attempts: 0 });
  // In the dead worker's hand for now, then taken up by another one.
  await sendAll(after({ seconds: 30 }));
  expect(receiver.received).toHaveLength(1);
  await sendAll(after({ minutes: 3 }));
  expect(receiver.received).toHaveLength(2);
  expect(new Set(idsReceived()).size).toBe(1);
  expect((await load(caseId)).events.filter(({ type }) => type === 'served')).toHaveLength(1);
});

test('many workers at once send each message once, three at a time to an endpoint', async () => {
  await newEndpoint();
  const cases = await Promise.all(Array.from({ length: 12 }, caseToServe));
  const lanes = Array.from({ length: 6 }, () => sendAll(START));
  await Promise.all(lanes);
  await sendAll(START);
  expect(receiver.received).toHaveLength(cases.length);
  expect(new Set(idsReceived()).size).toBe(cases.length);
});

test('what happens in a case is queued with its event, and not where it is not recorded', async () => {
  await newEndpoint();
  const { caseId, reference } = await serveTestCase({ now: START });
  const take = { actor: CASE_OFFICER, caseId, now: START };
  await expect(startReview({ ...take, expectedVersion: 99 })).rejects.toThrow();
  const before = await withActor(SYSTEM, tx => tx.webhookDelivery.count({ where: { caseId } }));
  await startReview(take);
  const { type, payload } = await messageOf(caseId);
  expect(type).toBe('case.under_review');
  expect(JSON.parse(payload)).toMatchObject({ type, data: { reference, state: 'under_review' } });
  expect(await withActor(SYSTEM, tx => tx.webhookDelivery.count({ where: { caseId } }))).toBe(before + 1);
});

test('while a secret is being replaced both sign, a day later only the new one', async () => {
  const { endpointId, secret: old } = await newEndpoint();
  const { secret } = await rotateSecret(DESK, endpointId, after({ hours: -23 }));
  await pingEndpoint(DESK, endpointId, START);
  await sendAll(START);
  const [{ body, headers } = { body: '', headers: {} }] = receiver.received;
  expect(new Webhook(old).verify(body, headers)).toMatchObject({ type: 'endpoint.ping' });
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'endpoint.ping' });
  const later = after({ hours: 2 });
  await pingEndpoint(DESK, endpointId, later);
  await sendAll(later);
  expect(receiver.received.at(-1)?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
});

test('secrets are sealed in the database, and another operator finds neither endpoint nor message', async () => {
  const { endpointId, secret } = await newEndpoint();
  const stored = await withActor(SYSTEM, tx =>
    tx.webhookEndpoint.findUniqueOrThrow({ where: { id: endpointId } }),
  );
  expect(JSON.stringify(stored)).not.toContain(secret.slice('whsec_'.length));
  const stranger = { ...liaisonOf('inwi'), organisation: 'inwi' };
  await expect(pingEndpoint(stranger, endpointId, START)).rejects.toMatchObject({ code: 'not-found' });
  expect(await withActor(stranger, tx => tx.webhookDelivery.count())).toBe(0);
});
