import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { composeMail } from '#app/mail/compose-mail.ts';
import { composeNoteMail } from '#app/mail/compose-note.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { closeMailer, deliver } from '#app/platform/mailer/mailer.server.ts';
import { loadCase } from '#app/usecases/complaints/case-store.server.ts';
import { executeCommand } from '#app/usecases/complaints/execute-command.server.ts';
import { rerouteCase } from '#app/usecases/complaints/reroute-case.server.ts';
import { prepareService } from '#app/usecases/complaints/serve-case.server.ts';
import { sendQueuedMail } from '#app/usecases/mail/send-queued-mail.server.ts';
import { requeueLost } from '#app/usecases/recovery/requeue-lost.server.ts';
import { CASE_OFFICER, fileTestCase, registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { startTestMailServer, type TestMailServer } from '#scripts/testing/mail-server.ts';
import { sendMail } from './handlers/send-mail.server.ts';
import { startWorker } from './worker.server.ts';

const urls = await testDatabase();
let mailServer: TestMailServer;

beforeAll(async () => {
  mailServer = await startTestMailServer();
  setEnv({ SMTP_URL: mailServer.url });
  await registerOperators();
});

beforeEach(() => {
  mailServer.refusing = false;
});

afterAll(async () => {
  closeMailer();
  await mailServer.stop();
});

const now = () => new Date().toISOString();
const load = (caseId: string) => withActor(SYSTEM, tx => loadCase(tx, caseId));

function outbox(caseId: string, kind: string) {
  return withActor(SYSTEM, tx => tx.mailOutbox.findFirstOrThrow({ where: { caseId, kind } }));
}

function receivedBy(reference: string, address: string) {
  return mailServer.received.filter(({ to, raw }) => to.includes(address) && raw.includes(reference));
}

const DESK = 'reclamations@maroc-telecom.example';

/** A case whose service waits for its mail. */
async function caseToServe() {
  const receipt = await fileTestCase({ now: now() });
  await prepareService(receipt.caseId, now());
  const mail = await outbox(receipt.caseId, 'operator.serve');
  return { ...receipt, mailId: mail.id, deliveryId: mail.deliveryId ?? '' };
}

test('two workers take a filed case all the way to its service, each mail once', async () => {
  const workers = [await startWorker(), await startWorker()];
  const cases = await Promise.all(Array.from({ length: 8 }, () => fileTestCase({ now: now() })));
  await vi.waitFor(
    async () => {
      for (const { caseId } of cases) {
        expect((await load(caseId)).projection.state).toBe('served');
        expect((await outbox(caseId, 'complainant.serve')).state).toBe('sent');
        expect((await outbox(caseId, 'complainant.file')).state).toBe('sent');
        expect((await outbox(caseId, 'receipt.verify-address')).state).toBe('sent');
      }
    },
    { timeout: 40_000, interval: 200 },
  );
  await Promise.all(workers.map(worker => worker.stop()));
  for (const { reference } of cases) {
    expect(receivedBy(reference, DESK)).toHaveLength(1);
    // The receipt, the link that confirms the address, and that the case was served.
    expect(receivedBy(reference, 'amina@example.org')).toHaveLength(3);
  }
});

/** As if the pause before the next attempt were over. */
function makeDue(id: string) {
  return withActor(SYSTEM, tx =>
    tx.mailOutbox.update({ where: { id }, data: { nextAttemptAt: new Date() } }),
  );
}

test('a mail that is refused first and taken later is sent once, and starts the clock then', async () => {
  const { caseId, reference, mailId, deliveryId } = await caseToServe();
  mailServer.refusing = true;
  await sendMail({ mailId });
  expect(await outbox(caseId, 'operator.serve')).toMatchObject({ state: 'queued', attempts: 1 });
  expect((await load(caseId)).clocks).toEqual([]);
  mailServer.refusing = false;
  await sendMail({ mailId });
  expect(receivedBy(reference, DESK)).toEqual([]);
  await makeDue(mailId);
  await sendMail({ mailId });
  await sendMail({ mailId });
  expect(receivedBy(reference, DESK)).toHaveLength(1);
  const { projection, clocks } = await load(caseId);
  expect(projection.state).toBe('served');
  expect(clocks.map(clock => clock.state)).toEqual(['running', 'running']);
  const delivery = await withActor(SYSTEM, tx => tx.delivery.findUnique({ where: { id: deliveryId } }));
  expect(delivery).toMatchObject({ state: 'delivered', attempts: 2 });
});

test('the code of a receipt is in the mail and nowhere in the database', async () => {
  const { caseId, code } = await fileTestCase({ now: now(), complaint: { language: 'en' } });
  const before = await outbox(caseId, 'complainant.file');
  await sendMail({ mailId: before.id });
  const mail = mailServer.received.at(-1);
  expect(mail?.raw).toContain(`Code: ${code}`);
  expect(mail?.raw).toContain(`Message-ID: <${before.id}@localhost>`);
  const after = await outbox(caseId, 'complainant.file');
  expect(after).toMatchObject({ state: 'sent', secret: null });
  expect(JSON.stringify(after)).not.toContain(code);
});

test('a delivery that fails for good is recorded', async () => {
  const { caseId, mailId } = await caseToServe();
  mailServer.refusing = 'for-good';
  await sendMail({ mailId });
  const { events, projection } = await load(caseId);
  expect(projection.state).toBe('filed');
  expect(events.at(-1)).toMatchObject({ type: 'delivery-failed' });
  expect(JSON.stringify(events)).not.toContain(DESK);
  expect((await outbox(caseId, 'operator.serve')).state).toBe('failed');
});

test('a case whose delivery failed is served once the officer sends it again to the same operator', async () => {
  const { caseId, mailId } = await caseToServe();
  mailServer.refusing = 'for-good';
  await sendMail({ mailId });
  mailServer.refusing = false;
  await prepareService(caseId, now());
  const again = { operatorId: 'maroc-telecom', explanation: 'Adresse corrigée.', now: now() };
  await rerouteCase({ actor: CASE_OFFICER, caseId, ...again });
  await prepareService(caseId, now());
  const mails = await withActor(SYSTEM, tx =>
    tx.mailOutbox.findMany({ where: { caseId, kind: 'operator.serve' }, orderBy: { createdAt: 'asc' } }),
  );
  expect(mails.map(({ state }) => state)).toEqual(['failed', 'queued']);
  await sendMail({ mailId: mails.at(-1)?.id ?? '' });
  expect((await load(caseId)).projection.state).toBe('served');
});

test('a case that was withdrawn before its service is not served any more', async () => {
  const { caseId, reference, mailId } = await caseToServe();
  const actor = { role: 'complainant', id: null, name: null, organisation: null, caseId } as const;
  await executeCommand({ actor, caseId, command: 'withdraw', now: now() }, () => ({
    events: [
      {
        type: 'withdrawn',
        payload: { messageId: '00000000-0000-4000-8000-000000000000', digest: '0'.repeat(64) },
      },
    ],
  }));
  await sendMail({ mailId });
  expect(receivedBy(reference, DESK)).toEqual([]);
  expect((await load(caseId)).projection.state).toBe('withdrawn');
});

/** What a crash of the process does to its open transaction. */
async function cutOpenTransactions(): Promise<void> {
  const client = new pg.Client({ connectionString: urls.superuserUrl });
  await client.connect();
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND state = 'idle in transaction'`,
  );
  await client.end();
}

test('a worker that dies after handing a mail over and before noting it repeats it and loses nothing', async () => {
  const { caseId, reference, mailId } = await caseToServe();
  const died = sendQueuedMail({
    mailId,
    now: now(),
    compose: occasion => composeMail(occasion, ''),
    composeNote: composeNoteMail,
    deliver: async ({ id, ...mail }) => {
      const answer = await deliver({ ...mail, messageId: id });
      await cutOpenTransactions();
      return { outcome: 'taken', status: 250, answer, took: 1, at: now() };
    },
  });
  await expect(died).rejects.toThrow();
  expect(await outbox(caseId, 'operator.serve')).toMatchObject({ state: 'queued', attempts: 0 });
  await sendMail({ mailId });
  const { projection, events } = await load(caseId);
  expect(projection.state).toBe('served');
  expect(events.filter(event => event.type === 'served')).toHaveLength(1);
  const identifiers = receivedBy(reference, DESK).map(({ raw }) => raw.match(/^Message-ID: (.*)$/m)?.[1]);
  expect(identifiers).toHaveLength(2);
  expect(new Set(identifiers).size).toBe(1);
});

test('work that lost its job is queued again once it is a minute old, and only then', async () => {
  const { caseId } = await fileTestCase({ now: now() });
  const removeJobs = () => withActor(SYSTEM, tx => tx.$executeRaw`DELETE FROM pgboss.job`);
  const later = new Date(Date.now() + 120_000).toISOString();
  await requeueLost(later);
  expect(await requeueLost(later)).toBe(0);
  await removeJobs();
  expect(await requeueLost(now())).toBe(0);
  expect(await requeueLost(later)).toBeGreaterThanOrEqual(2);
  const jobs = await withActor(
    SYSTEM,
    tx => tx.$queryRaw<unknown[]>`
      SELECT 1 FROM pgboss.job WHERE name = 'process-filing' AND data ->> 'caseId' = ${caseId}`,
  );
  expect(jobs).toHaveLength(1);
});
