import { beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { findStaff, requireStaff } from '#app/platform/session/staff-session.server.ts';
import { base32, codeAt } from '#scripts/testing/app-codes.ts';
import { registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { createStaffAccount } from './create-staff-account.server.ts';
import {
  confirmSecondFactor,
  prepareSecondFactor,
  removeSecondFactor,
} from './manage-second-factor.server.ts';
import { endOtherSessions, listSessions, signOut } from './sessions.server.ts';
import { signIn } from './sign-in.server.ts';
import { signInAs } from './sign-in-as.server.ts';
import { verifySecondFactor } from './verify-second-factor.server.ts';

await testDatabase();

const PASSWORD = 'une phrase assez longue';
const EMAIL = 'samira@maroc-telecom.example';
let userId = '';

beforeAll(async () => {
  await registerOperators();
  userId = await createStaffAccount({
    name: 'Samira',
    email: EMAIL,
    password: PASSWORD,
    role: 'liaison',
    operatorId: 'maroc-telecom',
    language: 'fr',
  });
});

function headersWith(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map(cookie => cookie.split(';')[0]).join('; ') });
}

function requestWith(cookies: readonly string[], path = '/operator'): Request {
  return new Request(`http://localhost:3000${path}`, { headers: headersWith(cookies) });
}

function enter(password = PASSWORD, address = '192.0.2.1', email = EMAIL) {
  return signIn({ email, password, address, headers: new Headers() });
}

async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error('was not refused');
  return error;
}

describe('signing in', () => {
  test('opens a session that names role and operator, in cookies that scripts can not read', async () => {
    const { cookies, secondFactor } = await enter();
    expect(secondFactor).toBe(false);
    expect(cookies.join()).toMatch(/HttpOnly.*SameSite=Lax/i);
    const staff = await requireStaff(requestWith(cookies), 'operator');
    expect(staff).toMatchObject({
      role: 'liaison',
      organisation: 'maroc-telecom',
      organisationName: 'Maroc Telecom',
    });
  });

  test('answers a wrong password and an unknown address alike', async () => {
    const wrong = await refusalOf(enter('pas le bon mot de passe'));
    const unknown = await refusalOf(enter(PASSWORD, '192.0.2.1', 'nobody@maroc-telecom.example'));
    expect([wrong.code, wrong.fields]).toEqual([unknown.code, unknown.fields]);
  });

  test('is refused after ten attempts at one account from one place, and only from there', async () => {
    const email = 'guessed@maroc-telecom.example';
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await refusalOf(enter('wrong password', '192.0.2.9', email))).code).toBe('invalid-input');
    }
    const refused = await refusalOf(enter(PASSWORD, '192.0.2.9', email));
    expect(refused.code).toBe('too-many-requests');
    expect(refused.params.seconds).toBeGreaterThan(0);
    expect((await refusalOf(enter('wrong password', '192.0.2.10', email))).code).toBe('invalid-input');
  });

  test('leads visitors to the sign-in page and back, and keeps liaisons out of the regulator area', async () => {
    const visitor = await requireStaff(requestWith([], '/operator?state=served'), 'operator').catch(
      (thrown: unknown) => thrown,
    );
    expect(visitor).toBeInstanceOf(Response);
    expect((visitor as Response).headers.get('location')).toBe('/sign-in?next=%2Foperator%3Fstate%3Dserved');
    const { cookies } = await enter();
    await expect(requireStaff(requestWith(cookies), 'regulator')).rejects.toMatchObject({
      init: { status: 403 },
    });
  });

  test('takes no cookie whose signature was changed', async () => {
    const [cookie = ''] = await signInAs(userId);
    expect(await findStaff(requestWith([cookie]))).not.toBeNull();
    expect(await findStaff(requestWith([cookie.replace(/%3D;/, 'x%3D;')]))).toBeNull();
    expect(await findStaff(requestWith([cookie.replace('session_token=', 'session_token=x')]))).toBeNull();
  });
});

describe('sessions', () => {
  test('end at once when the person signs out, or signs out everywhere else', async () => {
    const here = await signInAs(userId);
    const elsewhere = await signInAs(userId);
    const staff = await requireStaff(requestWith(here));
    expect((await listSessions(staff, new Date())).filter(session => session.current)).toHaveLength(1);
    await endOtherSessions(staff);
    expect(await findStaff(requestWith(elsewhere))).toBeNull();
    expect(await signOut(requestWith(here))).toContain('Max-Age=0');
    expect(await findStaff(requestWith(here))).toBeNull();
  });

  test('open nothing while their person is suspended, even one that was left open', async () => {
    const cookies = await signInAs(userId);
    const suspend = (suspendedAt: Date | null) =>
      withActor(SYSTEM, tx => tx.user.update({ where: { id: userId }, data: { suspendedAt } }));
    await suspend(new Date());
    expect(await findStaff(requestWith(cookies))).toBeNull();
    await suspend(null);
    expect(await findStaff(requestWith(cookies))).not.toBeNull();
  });

  test('are not opened without a password on a production instance', async () => {
    setEnv({
      RECOURS_INSTANCE: 'production',
      PUBLIC_URL: 'http://localhost:3000',
      SMTP_URL: 'smtp://localhost:25',
      MAIL_FROM: 'a@example.org',
    });
    try {
      expect((await refusalOf(signInAs(userId))).code).toBe('demonstration-only');
    } finally {
      setEnv({ RECOURS_INSTANCE: 'test' });
    }
  });
});

describe('the second factor', () => {
  test('is asked for once it was confirmed, takes the app or a backup code, and can be switched off', async () => {
    const { cookies } = await enter();
    const wrong = prepareSecondFactor({ password: 'not the password', headers: headersWith(cookies) });
    expect((await refusalOf(wrong)).fields).toHaveProperty('password');
    const { address, backupCodes } = await prepareSecondFactor({
      password: PASSWORD,
      headers: headersWith(cookies),
    });
    expect((await enter()).secondFactor).toBe(false);
    const secret = new URL(address).searchParams.get('secret') ?? '';
    const key = base32(secret);
    // Both are right until half a minute from now, however the seconds stand.
    const [current, following] = [codeAt(key, 0), codeAt(key, 1)];
    expect((await refusalOf(confirmSecondFactor('000000', headersWith(cookies)))).fields).toHaveProperty(
      'code',
    );
    const renewed = await confirmSecondFactor(current, headersWith(cookies));
    expect((await requireStaff(requestWith(renewed))).secondFactor).toBe(true);

    const first = await enter();
    expect(first.secondFactor).toBe(true);
    expect(await findStaff(requestWith(first.cookies))).toBeNull();
    const verify = (typed: string, challenge = first) =>
      verifySecondFactor({ code: typed, address: '192.0.2.1', headers: headersWith(challenge.cookies) });
    expect((await refusalOf(verify('123456'))).fields).toHaveProperty('code');
    expect((await refusalOf(verify(current))).fields.code).toEqual({ code: 'code-used' });
    const open = await verify(following, await enter());
    expect(await findStaff(requestWith(open))).not.toBeNull();

    const second = await enter();
    const [backup = ''] = backupCodes;
    expect(await findStaff(requestWith(await verify(backup, second)))).not.toBeNull();
    expect((await refusalOf(verify(backup, await enter()))).fields).toHaveProperty('code');

    const plain = await removeSecondFactor({ password: PASSWORD, headers: headersWith(open) });
    expect((await requireStaff(requestWith(plain))).secondFactor).toBe(false);
    expect((await enter()).secondFactor).toBe(false);
  });
});
