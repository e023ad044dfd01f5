import { beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { openSealedText } from '#app/platform/crypto.server.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import { findStaff, type StaffMember } from '#app/platform/session/staff-session.server.ts';
import { registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { requestWith, staffMember, testAccount } from '#scripts/testing/staff.ts';
import { signIn } from '../accounts/sign-in.server.ts';
import { signInAs } from '../accounts/sign-in-as.server.ts';
import { acceptLink } from './accept-link.server.ts';
import { readLink } from './access-links.server.ts';
import { invitePerson, withdrawInvitation } from './invite-person.server.ts';
import { managePerson } from './manage-person.server.ts';
import { listInvitations, listPeople, readStaffLog, scopeOf } from './queries/list-people.server.ts';

await testDatabase();

const PASSWORD = 'quatre mots bien choisis';
let chief: StaffMember;
let regulator: StaffMember;

beforeAll(async () => {
  await registerOperators();
  chief = await staffMember(await testAccount({ email: 'chief@mt.example', deskRole: 'administrator' }));
  regulator = await staffMember(
    await testAccount({ email: 'admin@regulator.example', role: 'administrator' }),
  );
});

/** The key in the mail that waits for this address. */
async function mailedKey(email: string): Promise<string> {
  const mail = await withActor(SYSTEM, tx =>
    tx.mailOutbox.findFirstOrThrow({ where: { recipient: email }, orderBy: { createdAt: 'desc' } }),
  );
  const { link } = JSON.parse(openSealedText(mail.secret ?? '')) as { link: string };
  return new URL(link).searchParams.get('key') ?? '';
}

function later(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

async function invite(email: string, manager = chief, more = {}): Promise<string> {
  const given = { name: 'Salma', email, deskRole: 'agent', language: 'ar', ...more };
  await invitePerson(manager, given, new Date());
  return mailedKey(email);
}

function manage(manager: StaffMember, personId: string, given: Record<string, string>) {
  return managePerson({ manager, personId, given, now: new Date() });
}

describe('an invitation', () => {
  test('goes out in the language of who is invited, opens one account and works once', async () => {
    const key = await invite('salma@mt.example');
    const mail = await withActor(SYSTEM, tx =>
      tx.mailOutbox.findFirstOrThrow({ where: { recipient: 'salma@mt.example' } }),
    );
    expect([mail.kind, mail.language]).toEqual(['people.invitation', 'ar']);
    await acceptLink(key, PASSWORD, new Date());
    await expect(acceptLink(key, PASSWORD, new Date())).rejects.toMatchObject({ code: 'link-over' });
    const { cookies } = await signIn({
      email: 'salma@mt.example',
      password: PASSWORD,
      address: '192.0.2.1',
      headers: new Headers(),
    });
    expect(await findStaff(requestWith(cookies))).toMatchObject({
      organisation: 'maroc-telecom',
      deskRole: 'agent',
      language: 'ar',
    });
  });

  test('rests only as a digest, and ends after seven days, when taken back, and with the next one', async () => {
    const old = await invite('nadia@mt.example');
    const { id } = await readLink(old, new Date());
    expect(JSON.stringify(await withActor(SYSTEM, tx => tx.accessLink.findMany()))).not.toContain(old);
    await expect(readLink(old, later(7.01))).rejects.toMatchObject({ code: 'link-over' });
    expect((await readLink(old, later(6.99))).id).toBe(id);
    const key = await invite('nadia@mt.example');
    await expect(readLink(old, new Date())).rejects.toMatchObject({ code: 'link-over' });
    const [waiting] = await listInvitations(chief, new Date());
    await withdrawInvitation(chief, waiting?.id ?? '', new Date());
    await expect(acceptLink(key, PASSWORD, new Date())).rejects.toMatchObject({ code: 'link-over' });
  });

  test('is refused a password that others know, and stays good for a better one', async () => {
    const key = await invite('hind@mt.example');
    for (const bad of ['short', 'passwordpassword', 'qwertyuiop123456']) {
      await expect(acceptLink(key, bad, new Date())).rejects.toMatchObject({ code: 'invalid-input' });
    }
    await acceptLink(key, PASSWORD, new Date());
  });

  test('comes from who may manage the person, and not for an address that has an account', async () => {
    const agent = await staffMember(await testAccount({ email: 'agent@mt.example' }));
    await expect(invite('x@mt.example', agent)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(invite('chief@mt.example')).rejects.toMatchObject({
      fields: { email: { code: 'has-account' } },
    });
    const wished = { role: 'liaison', operatorId: 'inwi' };
    await acceptLink(await invite('first@inwi.example', regulator, wished), PASSWORD, new Date());
    expect(await listPeople({ operatorId: 'inwi' })).toMatchObject([{ deskRole: 'administrator' }]);
  });
});

describe('managing people', () => {
  test('a suspended person is out at once and can not come back until she is let in again', async () => {
    const id = await testAccount({ email: 'leila@mt.example' });
    const open = await signInAs(id);
    await manage(chief, id, { command: 'suspend' });
    expect(await findStaff(requestWith(open))).toBeNull();
    await expect(signInAs(id)).rejects.toMatchObject({ code: 'forbidden' });
    await manage(chief, id, { command: 'resume' });
    expect(await findStaff(requestWith(await signInAs(id)))).not.toBeNull();
  });

  test('the last administrator can neither be suspended nor get another role, also not by two at once', async () => {
    for (const given of [
      { command: 'suspend', role: '' },
      { command: 'role', role: 'agent' },
    ]) {
      await expect(manage(chief, chief.id, given)).rejects.toMatchObject({ code: 'last-administrator' });
    }
    const second = await staffMember(
      await testAccount({ email: 'second@mt.example', deskRole: 'administrator' }),
    );
    const outcomes = await Promise.allSettled([
      manage(chief, second.id, { command: 'role', role: 'agent' }),
      manage(second, chief.id, { command: 'role', role: 'agent' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await database().user.update({ where: { id: chief.id }, data: { deskRole: 'administrator' } });
  });

  test('another operator’s people do not exist for a desk’s administrator', async () => {
    const id = await testAccount({ email: 'other@orange.example', operatorId: 'orange-maroc' });
    await expect(manage(chief, id, { command: 'suspend' })).rejects.toMatchObject({ code: 'not-found' });
    expect((await listPeople(scopeOf(chief))).some(person => person.id === id)).toBe(false);
  });

  test('a link for a new password ends every session and leaves the second factor as it was', async () => {
    const id = await testAccount({ email: 'forgot@mt.example' });
    const open = await signInAs(id);
    await manage(chief, id, { command: 'send-password-link' });
    await acceptLink(await mailedKey('forgot@mt.example'), PASSWORD, new Date());
    expect(await findStaff(requestWith(open))).toBeNull();
    const again = { email: 'forgot@mt.example', address: '192.0.2.7', headers: new Headers() };
    await expect(signIn({ ...again, password: 'une phrase assez longue' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect((await signIn({ ...again, password: PASSWORD })).secondFactor).toBe(false);
  });
});

describe('the log of staff', () => {
  test('names who changed what, for the operator’s administrators and the regulator’s auditors', async () => {
    const auditor = await staffMember(
      await testAccount({ email: 'auditor@regulator.example', role: 'auditor' }),
    );
    const actions = (await readStaffLog(auditor)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['invited', 'joined', 'suspended', 'role-changed']));
    const own = await readStaffLog(chief);
    expect(new Set(own.map(({ operatorId }) => operatorId))).toEqual(new Set(['maroc-telecom']));
    const analyst = await staffMember(
      await testAccount({ email: 'analyst@regulator.example', role: 'analyst' }),
    );
    expect(await readStaffLog(analyst)).toEqual([]);
  });

  test('refuses to be changed or shortened by anybody', async () => {
    const change = withActor(SYSTEM, tx => tx.$executeRaw`UPDATE "staff_log" SET action = 'joined'`);
    await expect(change).rejects.toThrow(/append-only|denied/);
    const shorten = withActor(SYSTEM, tx => tx.$executeRaw`DELETE FROM "staff_log"`);
    await expect(shorten).rejects.toThrow(/append-only|denied/);
  });
});
