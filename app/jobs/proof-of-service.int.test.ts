import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { closeMailer } from '#app/platform/mailer/mailer.server.ts';
import { acknowledgeCase } from '#app/usecases/complaints/acknowledge-case.server.ts';
import { loadCase } from '#app/usecases/complaints/case-store.server.ts';
import { readCasePage } from '#app/usecases/complaints/queries/case-page.server.ts';
import { prepareService } from '#app/usecases/complaints/serve-case.server.ts';
import { pullCase, pullWaiting } from '#app/usecases/operator-api/note-pulls.server.ts';
import { openedByDesk } from '#app/usecases/service/opened-by-desk.server.ts';
import { listDeliveries } from '#app/usecases/service/queries/deliveries.server.ts';
import { deskAlarm, unreachedDesks } from '#app/usecases/service/queries/unreached-desks.server.ts';
import { unservedCases } from '#app/usecases/service/queries/unserved-cases.server.ts';
import { requeueDueMails } from '#app/usecases/service/requeue-due-mails.server.ts';
import { retryDelivery } from '#app/usecases/service/retry-delivery.server.ts';
import { watchDesks } from '#app/usecases/service/watch-desks.server.ts';
import { CASE_OFFICER, fileTestCase, liaisonOf, registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { startTestMailServer, type TestMailServer } from '#scripts/testing/mail-server.ts';
import { sendMail } from './handlers/send-mail.server.ts';

await testDatabase();
const OPERATOR = 'maroc-telecom';
const DESK = 'reclamations@maroc-telecom.example';
const LIAISON = liaisonOf(OPERATOR);
/** When the present test begins: each has days of its own. */
let start = '2026-03-10T09:00:00.000Z';
const DAYS_APART = 5;
const folder = mkdtempSync(join(tmpdir(), 'recours-clock-'));
const clockFile = join(folder, 'clock');
let mailServer: TestMailServer;

/** Takes connections and never says a word. */
let silent: Server;
const sockets = new Set<Socket>();
let silentPort = 0;
let deadPort = 0;

function later(duration: Temporal.DurationLike): string {
  return Temporal.Instant.from(start).add(duration).toString({ fractionalSecondDigits: 3 });
}

/** Moves every part of the portal to an instant. */
function itIs(instant: string): string {
  writeFileSync(clockFile, instant);
  return instant;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return portOf(server);
}

beforeAll(async () => {
  itIs(start);
  setEnv({ DELIVERY_TIMEOUT: '1', TEST_CLOCK_FILE: clockFile });
  mailServer = await startTestMailServer();
  silent = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  silentPort = await listening(silent);
  const closed = createServer();
  deadPort = await listening(closed);
  await new Promise(resolve => closed.close(resolve));
  await registerOperators();
  const officer = { role: 'case_officer', language: 'fr', updatedAt: new Date() };
  await database().user.createMany({
    data: [
      { ...officer, id: 'one', name: 'Une', email: 'une@regulator.example' },
      { ...officer, id: 'two', name: 'Deux', email: 'deux@regulator.example', role: 'administrator' },
      { ...officer, id: 'gone', name: 'Partie', email: 'partie@regulator.example', suspendedAt: new Date() },
    ],
  });
});

beforeEach(async () => {
  start = itIs(later({ hours: 24 * DAYS_APART }));
  mailServer.refusing = false;
  mailGoesTo(mailServer.url);
  (mailServer.received as unknown[]).length = 0;
  await database().operator.update({ where: { id: OPERATOR }, data: { deskEmail: DESK } });
  await withActor(SYSTEM, async tx => {
    await tx.case.updateMany({ where: { state: 'filed' }, data: { state: 'withdrawn' } });
    await tx.unreachedDesk.updateMany({ where: { closedAt: null }, data: { closedAt: start } });
    await tx.mailOutbox.updateMany({ where: { state: 'queued' }, data: { state: 'failed' } });
  });
});

afterAll(async () => {
  closeMailer();
  for (const socket of sockets) socket.destroy();
  silent.close();
  await mailServer.stop();
  rmSync(folder, { recursive: true });
});

function mailGoesTo(url: string): void {
  closeMailer();
  setEnv({ SMTP_URL: url });
}

async function caseToServe() {
  const receipt = await fileTestCase({ now: start });
  await prepareService(receipt.caseId, start);
  // The jobs' work is done by the tests themselves.
  await withActor(SYSTEM, tx => tx.$executeRaw`DELETE FROM pgboss.job`);
  return receipt;
}

const load = (caseId: string) => withActor(SYSTEM, tx => loadCase(tx, caseId));
const servedEvents = async (caseId: string) =>
  (await load(caseId)).events.filter(({ type }) => type === 'served');

const deliveriesOf = (caseId: string) =>
  withActor(SYSTEM, tx =>
    tx.delivery.findMany({
      where: { caseId },
      orderBy: { queuedAt: 'asc' },
      include: { tries: { orderBy: { at: 'asc' } } },
    }),
  );

async function deliveryOf(caseId: string) {
  const [delivery] = await deliveriesOf(caseId);
  if (delivery === undefined) throw new Error('no delivery');
  return delivery;
}

const mailOf = (caseId: string) =>
  withActor(SYSTEM, tx => tx.mailOutbox.findFirstOrThrow({ where: { caseId, kind: 'operator.serve' } }));

async function trySending(caseId: string, at: string): Promise<void> {
  itIs(at);
  await sendMail({ mailId: (await mailOf(caseId)).id });
}

/** Lets every attempt come at its time until none is left. @returns the instants of the attempts */
async function tryToTheEnd(caseId: string): Promise<readonly string[]> {
  const times: string[] = [];
  for (let at: string | undefined = start; at !== undefined; ) {
    await trySending(caseId, at);
    times.push(at);
    at = (await mailOf(caseId)).nextAttemptAt?.toISOString();
  }
  return times;
}

const told = () =>
  withActor(SYSTEM, tx =>
    tx.mailOutbox.findMany({ where: { kind: 'service.unreached-desk', state: 'queued' } }),
  );
const toDesk = () => mailServer.received.filter(({ to }) => to.includes(DESK));
const unreachedNow = async () => (await unreachedDesks(CASE_OFFICER)).filter(row => row.closed_at === null);

describe('a mail server that does not take a case', () => {
  const WAYS = [
    ['refuses for now (451)', 'refused-for-now', 451],
    ['does not greet in time', 'slow', null],
    ['is dead', 'unreachable', null],
  ] as const;

  test.each(WAYS)(
    'and %s: the attempt is kept, and the mail goes out once when it works again',
    async (way, outcome, status) => {
      const { caseId } = await caseToServe();
      mailServer.refusing = way.startsWith('refuses');
      if (outcome === 'slow') mailGoesTo(`smtp://127.0.0.1:${silentPort}`);
      if (outcome === 'unreachable') mailGoesTo(`smtp://127.0.0.1:${deadPort}`);
      await trySending(caseId, start);
      const failed = await deliveryOf(caseId);
      expect(failed).toMatchObject({
        state: outcome === 'slow' ? 'sent' : 'queued',
        reason: outcome,
        attempts: 1,
      });
      expect(failed.tries).toMatchObject([{ outcome, status, number: 1 }]);
      expect((await load(caseId)).clocks).toEqual([]);
      const next = failed.nextAttemptAt?.toISOString() ?? '';
      expect(next > start && next < later({ seconds: 7 })).toBe(true);

      mailServer.refusing = false;
      mailGoesTo(mailServer.url);
      await trySending(caseId, start);
      expect(toDesk()).toHaveLength(0);
      expect(await requeueDueMails(start)).toBe(0);
      expect(await requeueDueMails(next)).toBe(1);
      await trySending(caseId, next);
      await trySending(caseId, later({ hours: 1 }));
      expect(toDesk()).toHaveLength(1);
      const delivery = await deliveryOf(caseId);
      expect(delivery).toMatchObject({
        state: 'delivered',
        proof: 'mail-accepted',
        attempts: 2,
        reason: null,
      });
      expect(delivery.proofAnswer).toMatch(/^250 /);
      expect(delivery.tries.map(attempt => attempt.outcome)).toEqual([outcome, 'taken']);
      const { events, clocks } = await load(caseId);
      expect(events.at(-1)?.payload).toMatchObject({
        ...{ deliveryId: delivery.id, channel: 'mail', attempts: 2, proof: 'mail-accepted' },
        answer: expect.stringMatching(/^250 /),
      });
      expect(clocks.map(({ startedAt }) => startedAt)).toEqual([next, next]);
    },
  );

  test('for three days: it is tried at growing pauses, given up, and taken up again by the officer', async () => {
    const { caseId } = await caseToServe();
    mailServer.refusing = true;
    const times = await tryToTheEnd(caseId);
    expect(times.length).toBeGreaterThan(15);
    expect(times.at(-1)).toBe(later({ hours: 72 }));
    const delivery = await deliveryOf(caseId);
    expect(delivery).toMatchObject({ state: 'failed', reason: 'refused-for-now', attempts: times.length });
    expect(delivery.tries).toHaveLength(times.length);
    expect((await load(caseId)).events.at(-1)?.type).toBe('delivery-failed');
    const then = later({ hours: 80 });
    const filter = { show: 'failed', operator: OPERATOR } as const;
    const { rows } = await listDeliveries(CASE_OFFICER, filter, then);
    expect(rows).toContainEqual(expect.objectContaining({ id: delivery.id, reason: 'refused-for-now' }));

    mailServer.refusing = false;
    await expect(retryDelivery(LIAISON, delivery.id, then)).rejects.toMatchObject({ code: 'forbidden' });
    await retryDelivery(CASE_OFFICER, delivery.id, then);
    await trySending(caseId, then);
    expect(toDesk()).toHaveLength(1);
    expect((await deliveryOf(caseId)).state).toBe('delivered');
    expect(await servedEvents(caseId)).toHaveLength(1);
  });
});

test('many stuck deliveries are told as one unreached desk to each officer once, closed when the desk is reached again', async () => {
  const cases = await Promise.all([caseToServe(), caseToServe(), caseToServe()]);
  mailGoesTo(`smtp://127.0.0.1:${deadPort}`);
  for (const { caseId } of cases) await trySending(caseId, start);
  await watchDesks(later({ minutes: 20 }));
  expect(await unreachedNow()).toEqual([]);
  await watchDesks(later({ minutes: 31 }));
  await watchDesks(later({ minutes: 32 }));
  expect(await unreachedNow()).toMatchObject([
    { operator_id: OPERATOR, kind: 'all-failing', cases_affected: 3 },
  ]);
  expect(await deskAlarm(CASE_OFFICER)).toEqual({ desks: 1, cases: 3 });
  const mails = await told();
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual([
    'deux@regulator.example',
    'une@regulator.example',
  ]);
  expect(mails[0]?.params).toMatchObject({ operators: 'Maroc Telecom', cases: '3' });

  mailGoesTo(mailServer.url);
  for (const { caseId } of cases) await trySending(caseId, later({ hours: 1 }));
  expect(toDesk()).toHaveLength(3);
  await watchDesks(later({ minutes: 61 }));
  expect(await unreachedNow()).toEqual([]);
  expect(await told()).toHaveLength(2);
});

test('what was given up while a desk was not reached is taken up by itself once something reaches it', async () => {
  const first = await caseToServe();
  mailServer.refusing = 'for-good';
  await trySending(first.caseId, start);
  expect((await deliveryOf(first.caseId)).state).toBe('failed');
  await watchDesks(later({ minutes: 1 }));
  expect(await unreachedNow()).toMatchObject([{ kind: 'all-failing', cases_affected: 1 }]);
  mailServer.refusing = false;
  const second = await caseToServe();
  await trySending(second.caseId, later({ minutes: 2 }));
  await watchDesks(later({ minutes: 3 }));
  await trySending(first.caseId, later({ minutes: 4 }));
  expect((await load(first.caseId)).projection.state).toBe('served');
  await watchDesks(later({ minutes: 5 }));
  expect(await unreachedNow()).toEqual([]);
});

test('a desk without any channel counts as unreached; its cases are served when somebody of the desk opens them', async () => {
  await database().operator.update({ where: { id: OPERATOR }, data: { deskEmail: null } });
  const { caseId, reference } = await caseToServe();
  await watchDesks(start);
  expect(await unreachedNow()).toMatchObject([{ operator_id: OPERATOR, kind: 'no-channel' }]);
  expect(await deliveryOf(caseId)).toMatchObject({ channel: 'portal', state: 'queued' });
  expect((await load(caseId)).clocks).toEqual([]);
  await expect(readCasePage(LIAISON, reference, start)).rejects.toMatchObject({ code: 'not-found' });
  expect(await unservedCases(LIAISON)).toMatchObject([{ reference }]);
  expect(await unservedCases(liaisonOf('inwi'))).toEqual([]);
  await expect(openedByDesk(liaisonOf('inwi'), reference, start)).rejects.toMatchObject({
    code: 'not-found',
  });

  const then = later({ hours: 2 });
  const { seen, summary } = await openedByDesk(LIAISON, reference, then);
  expect(summary.servedAt).toBe(then);
  expect(seen.deliveries).toMatchObject([
    { channel: 'portal', state: 'opened', proof: 'opened', openedAt: then },
  ]);
  expect((await load(caseId)).clocks.map(({ startedAt }) => startedAt)).toEqual([then, then]);
  await database().operator.update({ where: { id: OPERATOR }, data: { deskEmail: DESK } });
  await watchDesks(then);
  expect(await unreachedNow()).toEqual([]);
});

test('the first channel that proves the service starts the clock; later ones are noted', async () => {
  const { caseId, reference } = await caseToServe();
  await trySending(caseId, start);
  await openedByDesk(LIAISON, reference, later({ hours: 1 }));
  await openedByDesk(LIAISON, reference, later({ hours: 2 }));
  await pullCase({ operatorId: OPERATOR, keyId: 'key', at: later({ hours: 3 }) }, reference);
  await pullCase({ operatorId: OPERATOR, keyId: 'key', at: later({ hours: 4 }) }, reference);
  await acknowledgeCase({ actor: LIAISON, caseId, now: later({ hours: 5 }) });
  const deliveries = await deliveriesOf(caseId);
  expect(deliveries.map(({ channel, state, proof }) => [channel, state, proof])).toEqual([
    ['mail', 'acknowledged', 'mail-accepted'],
    ['portal', 'opened', 'opened'],
    ['api', 'delivered', 'pulled'],
  ]);
  expect(deliveries.map(({ deliveredAt }) => deliveredAt?.toISOString())).toEqual([
    start,
    later({ hours: 1 }),
    later({ hours: 3 }),
  ]);
  expect(await servedEvents(caseId)).toMatchObject([
    { at: start, payload: { deliveryId: deliveries[0]?.id } },
  ]);
});

test('a system that fetches a case that nothing had brought is served by it, once', async () => {
  const { caseId } = await caseToServe();
  const pull = { operatorId: OPERATOR, keyId: 'key' };
  const all = { category: undefined, limit: 10 };
  await pullWaiting({ ...pull, operatorId: 'inwi', at: later({ minutes: 5 }) }, all);
  expect(await servedEvents(caseId)).toEqual([]);
  await pullWaiting({ ...pull, at: later({ minutes: 5 }) }, all);
  await pullWaiting({ ...pull, at: later({ minutes: 6 }) }, all);
  expect(await servedEvents(caseId)).toMatchObject([
    { at: later({ minutes: 5 }), payload: { channel: 'api', proof: 'pulled' } },
  ]);
});
