import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, complainantOf, type Role, SYSTEM } from '#app/domain/case/states.ts';
import { CODE_TRIES } from '#app/domain/collective/support.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { profiles } from '#profiles/index.ts';
import {
  ask,
  codeOf,
  fileCollective,
  NOW,
  OFFICER,
  propose,
  publish,
  recount,
  SOON,
  sums,
  support,
  TEXT,
  visitor,
} from '#scripts/testing/collective.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { withdrawCase } from '../complaints/withdraw-case.server.ts';
import { approvePublicText } from './approve-public-text.server.ts';
import { changeOwnLoss, withdrawSupport } from './change-own-support.server.ts';
import { closeSupport } from './close-support.server.ts';
import { confirmCode } from './confirm-code.server.ts';
import { deleteExpiredRequests } from './delete-expired-requests.server.ts';
import { readCollectiveCase } from './queries/collective-case.server.ts';
import { readOwnSupport } from './queries/own-support.server.ts';
import { listPublicPages, readPublicPage } from './queries/public-pages.server.ts';
import { refusePublicText } from './refuse-public-text.server.ts';
import { requestOpening } from './request-code.server.ts';

await testDatabase();
// As many connections as there are people at the same moment.
setEnv({ DATABASE_POOL: '50' });

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

describe('the public text', () => {
  test('is read by nobody until an officer approved it, then by everybody as the officer let it stand', async () => {
    const caseId = await fileCollective();
    await propose(caseId);
    const { reference } = await withActor(SYSTEM, tx =>
      tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { reference: true } }),
    );
    await expect(readPublicPage(reference)).rejects.toThrow('not-found');
    const body = `${TEXT.body} Relu.`;
    await approvePublicText({ actor: OFFICER, caseId, now: NOW, title: TEXT.title, body });
    const page = await readPublicPage(reference.toLowerCase());
    expect(page).toMatchObject({
      body,
      operator: 'inwi (Wana Corporate)',
      state: 'filed',
      open: true,
      supporters: 0,
    });
    expect(page.slug).toMatch(/^abonnes-de-kleema-sans-reseau-depuis-lundi/);
    expect((await listPublicPages()).map(({ slug }) => slug)).toContain(page.slug);
    const { texts } = await readCollectiveCase(complainantOf(caseId), caseId);
    expect(texts).toMatchObject([{ state: 'approved', body: TEXT.body, approvedBody: body }]);
  });

  test('goes back with a reason, and may be proposed once more', async () => {
    const caseId = await fileCollective();
    await propose(caseId);
    await expect(propose(caseId)).rejects.toThrow('command-not-permitted');
    const reason = 'Le texte nomme une personne.';
    await refusePublicText({ actor: OFFICER, caseId, now: NOW, reason });
    await propose(caseId);
    const { texts, page } = await readCollectiveCase(complainantOf(caseId), caseId);
    expect(texts.map(({ state }) => state).sort()).toEqual(['proposed', 'refused']);
    expect(texts.find(({ state }) => state === 'refused')?.reason).toBe(reason);
    expect(page).toBeNull();
  });

  test('belongs to collective complaints alone', async () => {
    const caseId = await fileCollective('consumer');
    await expect(propose(caseId)).rejects.toThrow('command-not-permitted');
  });

  test('stays when the case ends, says how it stands and takes no more supporters', async () => {
    const { caseId, page } = await publish();
    await withdrawCase({ actor: complainantOf(caseId), caseId, now: SOON, reason: 'Tout est réglé.' });
    expect(await readPublicPage(page)).toMatchObject({ state: 'withdrawn', open: false });
    await expect(ask(page)).rejects.toThrow('support-closed');
  });

  test('takes no more supporters once the officer ends it, not even with a code sent before', async () => {
    const { caseId, page } = await publish();
    const requestId = await ask(page);
    await closeSupport({ actor: OFFICER, caseId, now: SOON });
    const code = await codeOf(requestId);
    await expect(confirmCode({ page, requestId, code, address: visitor(), now: SOON })).rejects.toThrow(
      'support-closed',
    );
    expect(await sums(caseId)).toMatchObject({ supporters: 0 });
  });
});

describe('one person counts once', () => {
  test('also when fifty of her codes are confirmed at the same moment', async () => {
    const { caseId, page } = await publish();
    const template = await ask(page, { lossMinor: 5000 });
    const code = await codeOf(template);
    const original = await withActor(SYSTEM, tx =>
      tx.supporterRequest.findUniqueOrThrow({ where: { id: template } }),
    );
    const { codeHash } = await import('./request-code.server.ts');
    const requests = Array.from({ length: 50 }, () => crypto.randomUUID());
    await withActor(SYSTEM, tx =>
      tx.supporterRequest.createMany({
        data: requests.map(id => ({ ...original, id, codeHash: codeHash(id, code) })),
      }),
    );
    const confirmed = await Promise.all(
      requests.map(requestId =>
        confirmCode({ page, requestId, code, address: `10.${requestId.slice(0, 4)}.1`, now: SOON }),
      ),
    );
    expect(new Set(confirmed.map(({ supporterId }) => supporterId)).size).toBe(1);
    expect(await recount(caseId)).toEqual({ supporters: 1, stated: 1, lossMinor: 5000 });
    expect(await sums(caseId)).toEqual({ supporters: 1, stated: 1, lossMinor: 5000 });
  }, 60_000);

  test('also when one code is sent in fifty times at the same moment', async () => {
    const { caseId, page } = await publish();
    const requestId = await ask(page);
    const code = await codeOf(requestId);
    const tries = Array.from({ length: 50 }, (_, index) =>
      confirmCode({ page, requestId, code, address: `10.9.${index}.1`, now: SOON }),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await sums(caseId)).toMatchObject({ supporters: 1 });
  }, 60_000);

  test('however she writes her address, and again after she withdrew', async () => {
    const { caseId, page } = await publish();
    const first = await support(page, { address: 'amina.exemple@gmail.com' });
    const second = await support(page, { address: 'AminaExemple+wana@googlemail.com', lossMinor: 1200 });
    expect(second).toBe(first);
    expect(await sums(caseId)).toEqual({ supporters: 1, stated: 1, lossMinor: 1200 });
    await withdrawSupport({ supporterId: first, now: SOON });
    expect(await sums(caseId)).toEqual({ supporters: 0, stated: 0, lossMinor: 0 });
    const row = await withActor(SYSTEM, tx => tx.supporter.findUniqueOrThrow({ where: { id: first } }));
    expect(row).toMatchObject({ state: 'withdrawn', address: null, name: null, lossText: null });
    expect(await support(page, { address: 'amina.exemple@gmail.com' })).toBe(first);
    const events = await withActor(SYSTEM, tx =>
      tx.supporterEvent.findMany({ where: { supporterId: first }, orderBy: { id: 'asc' } }),
    );
    expect(events.map(({ type }) => type)).toEqual(['verified', 'changed', 'withdrawn', 'verified']);
    expect(await sums(caseId)).toEqual(await recount(caseId));
  });

  test('while fifty different people at the same moment are fifty', async () => {
    const { caseId, page } = await publish();
    const requests = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        ask(page, { address: `s${index}@example.org`, lossMinor: 100 }),
      ),
    );
    const codes = await Promise.all(requests.map(codeOf));
    await Promise.all(
      requests.map((requestId, index) =>
        confirmCode({ page, requestId, code: codes[index] ?? '', address: visitor(), now: SOON }),
      ),
    );
    expect(await sums(caseId)).toEqual({ supporters: 50, stated: 50, lossMinor: 5000 });
    expect(await readPublicPage(page)).toMatchObject({ supporters: 50, loss: { stated: 50 } });
  }, 60_000);
});

describe('somebody with a mailbox and a telephone', () => {
  const MAIL = { channel: 'mail', address: 'nadia@example.org' } as const;
  const PHONE = { channel: 'sms', address: '+212661234567' } as const;
  const next = (page: string, name: string) => support(page, { address: `${name}@example.org` });

  test('who first named her telephone counts once when that proves itself', async () => {
    const { caseId, page } = await publish();
    const first = await support(page, { ...MAIL, also: [PHONE], lossMinor: 900 });
    const second = await support(page, PHONE);
    expect(second).not.toBe(first);
    expect(await sums(caseId)).toEqual({ supporters: 1, stated: 0, lossMinor: 0 });
    expect(await recount(caseId)).toEqual(await sums(caseId));
    // Each entry is hers to see; which of them counts is nobody's to learn.
    expect(await readOwnSupport(page, first)).toMatchObject({ loss: '9.00' });
  });

  test('who names a mailbox that counts already is left out when the next person joins', async () => {
    const { caseId, page } = await publish();
    await support(page, MAIL);
    await support(page, { ...PHONE, also: [MAIL] });
    expect((await sums(caseId)).supporters).toBe(2);
    await next(page, 'somebody');
    expect(await sums(caseId)).toMatchObject({ supporters: 2 });
    expect((await readCollectiveCase(OFFICER, caseId)).flags?.linked).toBe(1);
    expect(await recount(caseId)).toEqual(await sums(caseId));
  });

  test('who names each from the other is counted by one of them, also after she withdrew that one', async () => {
    const { caseId, page } = await publish();
    const first = await support(page, { ...MAIL, also: [PHONE] });
    await support(page, { ...PHONE, also: [MAIL] });
    await next(page, 'one-more');
    expect(await sums(caseId)).toMatchObject({ supporters: 2 });
    await withdrawSupport({ supporterId: first, now: SOON });
    expect(await sums(caseId)).toMatchObject({ supporters: 1 });
    expect(await recount(caseId)).toEqual(await sums(caseId));
  });

  test('loses nothing to a stranger who calls her addresses his own', async () => {
    const { caseId, page } = await publish();
    const stranger = { channel: 'mail', address: 'stranger@example.org' } as const;
    await support(page, { ...stranger, also: [PHONE, MAIL] });
    const phone = await support(page, PHONE);
    const mail = await support(page, MAIL);
    const rows = await withActor(SYSTEM, tx =>
      tx.supporter.findMany({ where: { caseId, state: 'verified' } }),
    );
    expect(rows.map(({ id }) => id).sort()).toEqual([phone, mail].sort());
    expect(await sums(caseId)).toMatchObject({ supporters: 2 });
  });

  test('counts once when fifty codes of both, naming each other, come in at the same moment', async () => {
    const { caseId, page } = await publish();
    const asked = [await ask(page, { ...MAIL, also: [PHONE] }), await ask(page, { ...PHONE, also: [MAIL] })];
    const { codeHash } = await import('./request-code.server.ts');
    const copies = await Promise.all(
      asked.map(async id => {
        const original = await withActor(SYSTEM, tx =>
          tx.supporterRequest.findUniqueOrThrow({ where: { id } }),
        );
        const code = await codeOf(id);
        const ids = Array.from({ length: 25 }, () => crypto.randomUUID());
        const data = ids.map(copy => ({ ...original, id: copy, codeHash: codeHash(copy, code) }));
        await withActor(SYSTEM, tx => tx.supporterRequest.createMany({ data }));
        return ids.map(requestId => ({ requestId, code }));
      }),
    );
    await Promise.all(
      copies.flat().map(tried => confirmCode({ page, ...tried, address: visitor(), now: SOON })),
    );
    await next(page, 'after-them');
    expect(await sums(caseId)).toMatchObject({ supporters: 2 });
    expect(await recount(caseId)).toEqual(await sums(caseId));
  }, 60_000);
});

describe('a code', () => {
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

  test('is refused alike when it is wrong, used, expired, of another page or of no request', async () => {
    const [{ page }, { page: other }] = [await publish(), await publish()];
    const requestId = await ask(page);
    const code = await codeOf(requestId);
    const attempt = { page, requestId, code, address: visitor(), now: SOON };
    const refused = { code: 'invalid-input', fields: { code: { code: 'code-refused' } } };
    await expect(confirmCode({ ...attempt, code: wrong(code) })).rejects.toMatchObject(refused);
    await expect(confirmCode({ ...attempt, page: other })).rejects.toMatchObject(refused);
    await expect(confirmCode({ ...attempt, requestId: crypto.randomUUID() })).rejects.toMatchObject(refused);
    await expect(confirmCode({ ...attempt, now: '2026-03-10T09:31:00.000Z' })).rejects.toMatchObject(refused);
    await confirmCode(attempt);
    await expect(confirmCode(attempt)).rejects.toMatchObject(refused);
  });

  test('is dead after a few wrong tries', async () => {
    const { page } = await publish();
    const requestId = await ask(page);
    const code = await codeOf(requestId);
    const attempt = { page, requestId, address: visitor(), now: SOON };
    for (let tries = 0; tries < CODE_TRIES; tries += 1) {
      await expect(confirmCode({ ...attempt, code: wrong(code) })).rejects.toThrow('invalid-input');
    }
    await expect(confirmCode({ ...attempt, code })).rejects.toThrow('invalid-input');
  });

  test('is sent to one person only a few times an hour', async () => {
    const { page } = await publish();
    for (let sent = 0; sent < 4; sent += 1) await ask(page);
    await expect(ask(page)).rejects.toThrow('too-many-requests');
  });

  test('is kept as a digest, and its request goes a day after its end', async () => {
    const { page } = await publish();
    const requestId = await ask(page);
    const stored = await withActor(SYSTEM, tx =>
      tx.supporterRequest.findUniqueOrThrow({ where: { id: requestId } }),
    );
    expect(
      JSON.stringify(stored, (_, value) => (typeof value === 'bigint' ? Number(value) : value)),
    ).not.toMatch(new RegExp(`${await codeOf(requestId)}|supporter@example`));
    await deleteExpiredRequests('2026-03-11T09:00:00.000Z');
    const count = () => withActor(SYSTEM, tx => tx.supporterRequest.count({ where: { id: requestId } }));
    expect(await count()).toBe(1);
    await deleteExpiredRequests('2026-03-11T10:00:00.000Z');
    expect(await count()).toBe(0);
  });
});

describe('a supporter’s own entry', () => {
  test('opens by a code, and takes a loss', async () => {
    const { caseId, page } = await publish();
    const supporterId = await support(page, { channel: 'sms', address: '+212612345678' });
    const asked = {
      page,
      language: 'ar',
      address: visitor(),
      now: NOW,
      to: { channel: 'sms', address: '+212612345678' },
    } as const;
    const requestId = await requestOpening(asked);
    const attempt = { page, requestId, code: await codeOf(requestId), address: visitor(), now: SOON };
    expect(await confirmCode(attempt)).toEqual({ supporterId });
    await changeOwnLoss({ supporterId, now: SOON, lossMinor: 2500, lossText: 'Deux jours sans clients.' });
    expect(await readOwnSupport(page, supporterId)).toMatchObject({ loss: '25.00' });
    expect(await sums(caseId)).toEqual({ supporters: 1, stated: 1, lossMinor: 2500 });
    expect((await readPublicPage(page)).loss).toBeNull();
  });

  test('is nobody’s for an address that supports nothing, which gets a code all the same', async () => {
    const { caseId, page } = await publish();
    const to = { channel: 'mail', address: 'nobody@example.org' } as const;
    const requestId = await requestOpening({ page, language: 'fr', address: visitor(), now: NOW, to });
    const attempt = { page, requestId, code: await codeOf(requestId), address: visitor(), now: SOON };
    expect(await confirmCode(attempt)).toEqual({ supporterId: null });
    expect(await sums(caseId)).toMatchObject({ supporters: 0 });
  });
});

describe('who supports what', () => {
  const actor = (role: Role, organisation: string | null = null): Actor => ({
    role,
    id: 'x',
    name: 'X',
    organisation,
  });

  test('is seen by the case officer alone; all others see sums', async () => {
    const { caseId, page } = await publish();
    await support(page, { name: 'Amina', lineNumber: '0612345678', lossMinor: 5000 });
    const seen = (who: Actor) =>
      withActor(who, async tx => [
        await tx.supporter.count({ where: { caseId } }),
        await tx.supporterEvent.count({ where: { caseId } }),
        await tx.supporterRequest.count({ where: { caseId } }),
        await tx.collectiveTally.count({ where: { caseId } }),
      ]);
    expect(await seen(OFFICER)).toEqual([1, 1, 0, 1]);
    for (const who of [
      actor('public'),
      actor('liaison', 'inwi'),
      actor('liaison', 'maroc-telecom'),
      actor('analyst'),
      actor('auditor'),
      actor('administrator'),
      complainantOf(caseId),
    ]) {
      expect(await seen(who), who.role).toEqual([0, 0, 0, 1]);
      expect((await readCollectiveCase(who, caseId)).flags, who.role).toBeNull();
    }
    expect(await database().supporter.count()).toBe(0);
  });

  test('can be written by nobody but the system', async () => {
    const { caseId, page } = await publish();
    const id = await support(page);
    for (const who of [actor('public'), actor('liaison', 'inwi'), complainantOf(caseId), OFFICER]) {
      await withActor(who, tx => tx.supporter.updateMany({ where: { id }, data: { state: 'withdrawn' } }));
      await withActor(who, tx => tx.collectiveTally.updateMany({ where: { caseId }, data: { joined: 9 } }));
    }
    expect(await sums(caseId)).toMatchObject({ supporters: 1 });
    expect(await recount(caseId)).toMatchObject({ supporters: 1 });
  });

  test('shows the officer many supporters from one network within an hour', async () => {
    const { caseId, page } = await publish();
    for (let index = 0; index < 21; index += 1) {
      const person = { address: `b${index}@example.org`, lineNumber: '0612 000 000' };
      const requestId = await ask(page, person, '9.9.9.9');
      const code = await codeOf(requestId);
      await confirmCode({ page, requestId, code, address: visitor(), now: SOON });
    }
    const { flags } = await readCollectiveCase(OFFICER, caseId);
    expect(flags?.bursts).toMatchObject([{ count: 21 }]);
    expect(flags?.sharedLines).toBe(1);
  });
});
