import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { findStaff, type StaffMember } from '#app/platform/session/staff-session.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import {
  confirmSecondFactor,
  prepareSecondFactor,
} from '#app/usecases/accounts/manage-second-factor.server.ts';
import { signInAs } from '#app/usecases/accounts/sign-in-as.server.ts';
import {
  approveDomain,
  requestDomain,
  saveSignInSettings,
} from '#app/usecases/single-sign-on/sign-in-settings.server.ts';
import { base32, codeAt } from '#scripts/testing/app-codes.ts';
import { registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { CLIENT, signInAtProvider, startProvider } from '#scripts/testing/identity-provider.ts';
import { headersWith, requestWith, staffMember, TEST_PASSWORD, testAccount } from '#scripts/testing/staff.ts';
import { action as leadToOrganisation } from './organisation.tsx';
import { loader as comeBack } from './organisation-callback.tsx';
import { action as changeSecondFactor } from './second-factor.tsx';
import { action as confirm, loader as open } from './step-up.tsx';

await testDatabase();

const PORTAL = 'http://localhost:3000';
const CALLBACK = `${PORTAL}/sign-in/organisation/callback`;
const FORM = { name: 'CRM', scope: 'cases:read' };
const provider = await startProvider(CALLBACK);
afterAll(() => provider.stop());

beforeAll(async () => {
  setEnv({ WEBHOOK_ALLOW_NETWORKS: '127.0.0.1/32' });
  await registerOperators();
});

/** A browser of somebody whose last proof is an hour old. */
interface Visitor {
  readonly cookies: readonly string[];
  readonly staff: StaffMember;
}

async function visitor(userId: string, method = 'password'): Promise<Visitor> {
  const cookies = await signInAs(userId);
  const found = await findStaff(requestWith(cookies));
  if (found === null) throw new Error('no session');
  await age(found.sessionId);
  await database().$executeRaw`UPDATE "session" SET method = ${method} WHERE id = ${found.sessionId}`;
  const staff = await findStaff(requestWith(cookies));
  if (staff === null) throw new Error('no session');
  return { cookies, staff };
}

async function age(sessionId: string): Promise<void> {
  await database().$executeRaw`
    UPDATE "session" SET confirmed_at = now() - interval '1 hour' WHERE id = ${sessionId}`;
}

/** A form as a browser sends it. */
function sent({ cookies }: Pick<Visitor, 'cookies'>, path: string, fields: Record<string, string>): Request {
  const headers = headersWith(cookies);
  headers.set('content-type', 'application/x-www-form-urlencoded');
  return new Request(`${PORTAL}${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields).toString(),
  });
}

async function locationOf(work: Promise<unknown>): Promise<URL> {
  const answer = await work.catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response)) throw new Error('leads nowhere');
  return new URL(answer.headers.get('location') ?? '', PORTAL);
}

/** The dangerous form is sent and held back: the address of the question, and the form's id. */
async function heldBack(someone: Visitor): Promise<{ readonly asked: URL; readonly form: string }> {
  const asked = await locationOf(requireStepUp(sent(someone, '/operator/settings/api-keys', FORM)));
  return { asked, form: asked.searchParams.get('form') ?? '' };
}

/** The page of the question, and the ways that it offers. */
async function page(someone: Visitor, address: URL) {
  const { pathname, search } = address;
  const request = requestWith(someone.cookies, `${pathname}${search}`);
  return (await open({ request } as Parameters<typeof open>[0])).data;
}

/** What comes of a proof: the held form to be sent on, or a refusal by field. */
async function proving(someone: Visitor, fields: Record<string, string>) {
  const request = sent(someone, '/step-up', { next: '/operator/settings/api-keys', ...fields });
  const { data, init } = await confirm({ request } as Parameters<typeof confirm>[0]);
  return { ...data, status: init?.status };
}

/** Sends a password past a page that does not ask for one. */
async function expectNoPassword(someone: Visitor, form: string): Promise<void> {
  expect(await proving(someone, { form, password: TEST_PASSWORD })).toMatchObject({
    held: null,
    status: 403,
  });
  expect(await isConfirmed(someone)).toBe(false);
}

function isConfirmed({ cookies }: Visitor): Promise<boolean> {
  return requireStepUp(requestWith(cookies)).then(
    () => true,
    () => false,
  );
}

describe('somebody with a password alone', () => {
  test('confirms with it, and goes on with what was typed', async () => {
    const someone = await visitor(await testAccount({ email: 'plain@mt.example' }));
    const { asked, form } = await heldBack(someone);
    expect((await page(someone, asked)).ways).toMatchObject({ password: true, code: false, passkey: false });
    expect((await proving(someone, { form, password: 'not it' })).errors).toHaveProperty('password');
    expect(await proving(someone, { form, password: TEST_PASSWORD })).toMatchObject({
      held: { path: '/operator/settings/api-keys', fields: { name: ['CRM'], scope: ['cases:read'] } },
    });
    expect(await isConfirmed(someone)).toBe(true);
  });
});

describe('somebody with an authenticator app', () => {
  let someone: Visitor;
  let key: Buffer;
  let recoveryCode: string;

  beforeEach(async () => {
    const userId = await testAccount({ email: `${randomUUID()}@mt.example` });
    const headers = headersWith(await signInAs(userId));
    const { address, backupCodes } = await prepareSecondFactor({ password: TEST_PASSWORD, headers });
    key = base32(new URL(address).searchParams.get('secret') ?? '');
    [recoveryCode = ''] = backupCodes;
    await confirmSecondFactor(codeAt(key, 0), headers);
    someone = await visitor(userId);
  });

  test('is not believed for the password, neither on the page nor by a forged form', async () => {
    const { asked, form } = await heldBack(someone);
    expect((await page(someone, asked)).ways).toMatchObject({ password: false, code: true });
    await expectNoPassword(someone, form);
  });

  test('confirms with a code of the app, or with a recovery code, and goes on with what was typed', async () => {
    const { form } = await heldBack(someone);
    expect((await proving(someone, { form, code: '000000' })).errors).toHaveProperty('code');
    expect(await proving(someone, { form, code: codeAt(key, 1) })).toMatchObject({
      held: { fields: { name: ['CRM'] } },
    });
    await age(someone.staff.sessionId);
    const again = await heldBack(someone);
    expect(await proving(someone, { form: again.form, code: recoveryCode })).toMatchObject({
      held: { fields: { name: ['CRM'] } },
    });
  });

  test.each(['remove', 'renew'])('can’t %s it with the password alone', async intent => {
    const request = sent(someone, '/account/second-factor', { intent, password: TEST_PASSWORD });
    const change = changeSecondFactor({ request } as Parameters<typeof changeSecondFactor>[0]);
    expect((await locationOf(change)).pathname).toBe('/step-up');
    expect((await findStaff(requestWith(someone.cookies)))?.secondFactor).toBe(true);
  });
});

test('somebody with a passkey is not believed for the password either', async () => {
  const userId = await testAccount({ email: 'keys@mt.example' });
  const row = { id: randomUUID(), userId, publicKey: 'x', credentialID: randomUUID(), counter: 0 };
  await database().passkey.create({ data: { ...row, deviceType: 'singleDevice', backedUp: false } });
  const someone = await visitor(userId);
  const { asked, form } = await heldBack(someone);
  expect((await page(someone, asked)).ways).toMatchObject({ password: false, passkey: true });
  await expectNoPassword(someone, form);
});

describe('somebody who came through her organisation', () => {
  const email = 'salma@sso.example';
  let someone: Visitor;

  beforeAll(async () => {
    const chief = await staffMember(
      await testAccount({ email: 'chief@boss.example', deskRole: 'administrator' }),
    );
    const regulator = await staffMember(
      await testAccount({ email: 'admin@regulator.example', role: 'administrator' }),
    );
    const desk = { ...chief, organisation: 'maroc-telecom' };
    await requestDomain(desk, 'sso.example', new Date());
    const claim = { operatorId: 'maroc-telecom', domain: 'sso.example' };
    await approveDomain(regulator, claim, new Date());
    const client = { clientId: CLIENT.id, clientSecret: CLIENT.secret };
    await saveSignInSettings(
      desk,
      { issuer: provider.issuer, ...client, admission: 'invited', enabled: 'on' },
      new Date(),
    );
    provider.people.salma = { email, email_verified: true, name: 'Salma Exemple' };
    provider.people.other = { email: 'other@sso.example', email_verified: true, name: 'Another' };
    await testAccount({ email: 'other@sso.example' });
    someone = await visitor(await testAccount({ email }), 'sso');
  });

  beforeEach(() => age(someone.staff.sessionId));

  /** From the button of the question to the provider, through its pages, and back to the address that the portal gives. */
  async function throughProvider(asked: URL, login: string) {
    const next = new URLSearchParams({
      next: asked.searchParams.get('next') ?? '',
      returned: '',
      form: asked.searchParams.get('form') ?? '',
    });
    const request = sent(someone, '/sign-in/organisation', { next: `/step-up?${next}`, again: 'yes' });
    const begun = await leadToOrganisation({ request } as Parameters<typeof leadToOrganisation>[0]);
    const cookie = new Headers(begun.init?.headers).getSetCookie();
    const back = await signInAtProvider(begun.data.address ?? '', login, CALLBACK);
    const returning = new Request(back, { headers: headersWith([...someone.cookies, ...cookie]) });
    return comeBack({ request: returning } as Parameters<typeof comeBack>[0]);
  }

  test('confirms there, and comes back to the held form with what was typed, once', async () => {
    const { asked } = await heldBack(someone);
    expect((await page(someone, asked)).ways).toEqual({
      ...{ password: false, code: false, passkey: false },
      singleSignOn: true,
    });
    const signIn = await locationOf(throughProvider(asked, 'salma'));
    const returned = new URL(signIn.searchParams.get('next') ?? '', PORTAL);
    expect(returned.pathname).toBe('/step-up');
    expect((await page(someone, returned)).held).toEqual({
      path: '/operator/settings/api-keys',
      fields: { name: ['CRM'], scope: ['cases:read'] },
    });
    expect((await locationOf(page(someone, returned))).pathname).toBe('/operator/settings/api-keys');
    expect(await isConfirmed(someone)).toBe(true);
  });

  test('gets the form from nobody else’s sign-in there, nor by naming the address of the return', async () => {
    const { asked, form } = await heldBack(someone);
    expect(await throughProvider(asked, 'other')).toMatchObject({ data: { reason: 'other-person' } });
    const named = new URL(`/step-up?next=/operator&returned=&form=${form}`, PORTAL);
    expect((await page(someone, named)).held).toBeNull();
    expect(await isConfirmed(someone)).toBe(false);
  });

  test('is not believed for a password that the account has besides', async () => {
    const { form } = await heldBack(someone);
    await expectNoPassword(someone, form);
  });
});
