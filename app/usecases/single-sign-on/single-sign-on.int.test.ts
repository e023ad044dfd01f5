import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SsoRefusal } from '#app/domain/access/single-sign-on.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { findStaff, type StaffMember } from '#app/platform/session/staff-session.server.ts';
import { registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import {
  CLIENT,
  OTHER_CLIENT,
  signInAtProvider,
  startProvider,
  type TestProvider,
} from '#scripts/testing/identity-provider.ts';
import { headersWith, requestWith, staffMember, TEST_PASSWORD, testAccount } from '#scripts/testing/staff.ts';
import { signIn } from '../accounts/sign-in.server.ts';
import { invitePerson } from '../staff/invite-person.server.ts';
import { managePerson } from '../staff/manage-person.server.ts';
import { beginSingleSignOn } from './begin-single-sign-on.server.ts';
import { finishSingleSignOn } from './finish-single-sign-on.server.ts';
import { SignOnRefused } from './refusal.server.ts';
import {
  approveDomain,
  listDomains,
  readSignInSettings,
  requestDomain,
  saveSignInSettings,
} from './sign-in-settings.server.ts';

await testDatabase();

const CALLBACK = 'http://localhost:3000/sign-in/organisation/callback';
const DOMAIN = 'mt.example';
const provider = await startProvider(CALLBACK);
const foreign = await startProvider(CALLBACK);
afterAll(() => Promise.all([provider.stop(), foreign.stop()]));

type Desk = StaffMember & { organisation: string };
let chief: Desk;
let rival: Desk;
let regulator: StaffMember;

async function desk(email: string, operatorId: string): Promise<Desk> {
  const staff = await staffMember(await testAccount({ email, operatorId, deskRole: 'administrator' }));
  return { ...staff, organisation: operatorId };
}

function settings(changes: Record<string, string> = {}, issuer = provider.issuer) {
  const fixed = { issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret };
  return { ...fixed, admission: 'invited', enabled: 'on', ...changes };
}

function save(changes: Record<string, string> = {}, staff: Desk = chief, issuer = provider.issuer) {
  return saveSignInSettings(staff, settings(changes, issuer), new Date());
}

async function claim(staff: Desk, domain: string): Promise<void> {
  await requestDomain(staff, domain, new Date());
  await approveDomain(regulator, { operatorId: staff.organisation, domain }, new Date());
}

beforeAll(async () => {
  setEnv({ WEBHOOK_ALLOW_NETWORKS: '127.0.0.1/32' });
  await registerOperators();
  chief = await desk('chief@boss.example', 'maroc-telecom');
  rival = await desk('chief@rival.example', 'inwi');
  regulator = await staffMember(
    await testAccount({ email: 'admin@regulator.example', role: 'administrator' }),
  );
  await claim(chief, DOMAIN);
  await save();
});

beforeEach(() => {
  provider.meddle = null;
});

function person(login: string, claims: Record<string, unknown> = {}, at: TestProvider = provider): string {
  const email = `${login}@${DOMAIN}`;
  at.people[login] = { email, email_verified: true, name: `Name of ${login}`, ...claims };
  return email;
}

interface Way {
  /** Changes the address to which the browser is led. */
  readonly tamper?: (address: string) => string;
  readonly typed?: string;
  readonly staff?: StaffMember;
  /** Cookies that the browser has besides. */
  readonly cookies?: readonly string[];
}

/** The whole way: from the typed address through the provider's pages and back. */
async function enter(login: string, way: Way = {}) {
  const { tamper = (address: string) => address, typed = `x@${DOMAIN}`, staff = null, cookies = [] } = way;
  const begun = await beginSingleSignOn({ email: typed, staff, next: '/operator', address: '192.0.2.1' });
  const back = await signInAtProvider(tamper(begun.address), login, CALLBACK);
  return comeBack(back, [begun.cookie, ...cookies]);
}

function comeBack(back: string, cookies: readonly string[]) {
  const request = new Request(back, { headers: headersWith(cookies) });
  return finishSingleSignOn({ request, address: '192.0.2.1', now: new Date() });
}

async function reasonOf(work: Promise<unknown>): Promise<SsoRefusal | 'accepted'> {
  try {
    await work;
    return 'accepted';
  } catch (error) {
    if (error instanceof SignOnRefused) return error.reason;
    throw error;
  }
}

async function invite(email: string, deskRole = 'agent'): Promise<void> {
  await invitePerson(chief, { name: 'Salma', email, deskRole, language: 'fr' }, new Date());
}

describe('signing in at the organisation', () => {
  test('opens a session for who has an account, and finds her by subject when her address changes', async () => {
    const email = person('nadia');
    const id = await testAccount({ email });
    const { cookies, next } = await enter('nadia');
    expect(next).toBe('/operator');
    expect(await findStaff(requestWith(cookies))).toMatchObject({ id, method: 'sso' });
    person('nadia', { email: `nadia.new@${DOMAIN}` });
    expect(await findStaff(requestWith((await enter('nadia')).cookies))).toMatchObject({ id });
  });

  test('makes the account of who was invited, with the role of the invitation, and of nobody else', async () => {
    const email = person('salma');
    expect(await reasonOf(enter('salma'))).toBe('not-invited');
    await invite(email, 'approver');
    expect(await findStaff(requestWith((await enter('salma')).cookies))).toMatchObject({
      email,
      deskRole: 'approver',
      organisation: 'maroc-telecom',
    });
    const used = await withActor(SYSTEM, tx => tx.accessLink.findFirstOrThrow({ where: { email } }));
    expect(used.usedAt).not.toBeNull();
  });

  test('lets everybody of its domains in where it wants so, with roles by group, followed at each sign-in', async () => {
    await save({ admission: 'domain', roleClaim: 'groups', approvers: 'leads, seniors', agents: 'staff' });
    person('yasmine', { groups: ['staff', 'leads'] });
    const first = await findStaff(requestWith((await enter('yasmine')).cookies));
    expect(first).toMatchObject({ name: 'Name of yasmine', deskRole: 'approver' });
    person('yasmine', { groups: ['staff'] });
    expect(await findStaff(requestWith((await enter('yasmine')).cookies))).toMatchObject({
      deskRole: 'agent',
    });
    await save();
  });
});

describe('is refused', () => {
  test('an address that the provider has not verified, or names none', async () => {
    person('unverified', { email_verified: false });
    person('nameless', { email: undefined });
    await testAccount({ email: `unverified@${DOMAIN}` });
    expect(await reasonOf(enter('unverified'))).toBe('unverified-email');
    expect(await reasonOf(enter('nameless'))).toBe('no-email');
  });

  test('an address of a domain that is not approved for this operator, also one of another operator', async () => {
    await requestDomain(chief, 'asked-only.example', new Date());
    person('elsewhere', { email: 'somebody@asked-only.example' });
    expect(await reasonOf(enter('elsewhere'))).toBe('other-domain');
    await claim(rival, 'rival.example');
    person('thief', { email: 'chief@rival.example' });
    expect(await reasonOf(enter('thief'))).toBe('other-domain');
  });

  test('an account of the regulator or of another operator, although the domain is approved', async () => {
    const official = await testAccount({ email: person('official'), role: 'analyst' });
    expect(await reasonOf(enter('official'))).toBe('other-organisation');
    expect(
      await database().account.count({ where: { userId: official, providerId: 'sso:maroc-telecom' } }),
    ).toBe(0);
  });

  test('a suspended person', async () => {
    const id = await testAccount({ email: person('gone') });
    await managePerson({ manager: chief, personId: id, given: { command: 'suspend' }, now: new Date() });
    expect(await reasonOf(enter('gone'))).toBe('suspended');
  });

  test('an answer with another nonce', async () => {
    await testAccount({ email: person('nonce') });
    const tamper = (address: string) => {
      const changed = new URL(address);
      changed.searchParams.set('nonce', 'of-somebody-else');
      return changed.href;
    };
    expect(await reasonOf(enter('nonce', { tamper }))).toBe('wrong-nonce');
  });

  test('an answer of another issuer, by its name and by its token', async () => {
    await testAccount({ email: person('issuer') });
    person('issuer', {}, foreign);
    const elsewhere = (address: string) => address.replace(provider.issuer, foreign.issuer);
    expect(await reasonOf(enter('issuer', { tamper: elsewhere }))).toBe('foreign-issuer');
    const token = await tokenOf(foreign, 'issuer', CLIENT);
    provider.meddle = answer => ({ ...answer, id_token: token });
    expect(await reasonOf(enter('issuer'))).toBe('foreign-issuer');
  });

  test('a token for another application', async () => {
    await testAccount({ email: person('audience') });
    const token = await tokenOf(provider, 'audience', OTHER_CLIENT);
    provider.meddle = answer => ({ ...answer, id_token: token });
    expect(await reasonOf(enter('audience'))).toBe('wrong-audience');
  });

  test('an answer without the browser that asked, with another state, and for the second time', async () => {
    await testAccount({ email: person('replay') });
    const begun = await beginSingleSignOn({
      email: `replay@${DOMAIN}`,
      staff: null,
      next: null,
      address: '192.0.2.1',
    });
    const back = await signInAtProvider(begun.address, 'replay', CALLBACK);
    expect(await reasonOf(comeBack(back, []))).toBe('expired');
    const forged = back.replace(/state=[^&]+/, 'state=forged');
    expect(await reasonOf(comeBack(forged, [begun.cookie]))).toBe('not-valid');
    expect(await reasonOf(comeBack(back, [begun.cookie]))).toBe('accepted');
    expect(await reasonOf(comeBack(back, [begun.cookie]))).toBe('not-valid');
  });
});

/** A token that a provider has really signed, for one of its clients. */
async function tokenOf(
  at: TestProvider,
  login: string,
  client: { readonly id: string; readonly secret: string },
): Promise<string> {
  const { buildAuthorizationUrl, calculatePKCECodeChallenge, discovery, authorizationCodeGrant, ...library } =
    await import('openid-client');
  const configuration = await discovery(new URL(at.issuer), client.id, client.secret, undefined, {
    execute: [library.allowInsecureRequests],
  });
  const verifier = library.randomPKCECodeVerifier();
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: CALLBACK,
    scope: 'openid email',
    nonce: 'a nonce',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const back = await signInAtProvider(address.href, login, CALLBACK);
  const tokens = await authorizationCodeGrant(configuration, new URL(back), {
    pkceCodeVerifier: verifier,
    expectedNonce: 'a nonce',
  });
  return tokens.id_token ?? '';
}

describe('only at the organisation', () => {
  test('its people’s passwords open nothing, its administrators’ still do', async () => {
    const email = person('member');
    await testAccount({ email });
    await save({ required: 'on' });
    const enterWith = (whom: string) =>
      signIn({ email: whom, password: TEST_PASSWORD, address: '192.0.2.5', headers: new Headers() });
    await expect(enterWith(email)).rejects.toMatchObject({ code: 'single-sign-on-only' });
    expect((await enterWith('chief@boss.example')).cookies).not.toHaveLength(0);
    expect(await reasonOf(enter('member'))).toBe('accepted');
    await save();
    expect((await enterWith(email)).cookies).not.toHaveLength(0);
  });

  test('confirming oneself means signing in there again, as the same person', async () => {
    await testAccount({ email: person('careful') });
    person('other');
    await testAccount({ email: person('other') });
    const { cookies } = await enter('careful');
    const staff = await findStaff(requestWith(cookies));
    if (staff === null) throw new Error('no session');
    await database()
      .$executeRaw`UPDATE "session" SET confirmed_at = now() - interval '1 day' WHERE id = ${staff.sessionId}`;
    expect(await reasonOf(enter('other', { staff, cookies }))).toBe('other-person');
    expect((await findStaff(requestWith(cookies)))?.confirmedAgo).toBeGreaterThan(80_000);
    await enter('careful', { staff, cookies });
    expect((await findStaff(requestWith(cookies)))?.confirmedAgo).toBeLessThan(60);
  });
});

describe('the settings', () => {
  test('rest with the secret sealed, are shown without it, and are not another operator’s to read', async () => {
    const rows = await withActor(SYSTEM, tx => tx.operatorSignIn.findMany());
    expect(JSON.stringify(rows)).not.toContain(CLIENT.secret);
    expect(await readSignInSettings(chief)).toMatchObject({ hasSecret: true, issuer: provider.issuer });
    expect(JSON.stringify(await readSignInSettings(chief))).not.toContain(CLIENT.secret);
    expect(await readSignInSettings(rival)).toMatchObject({ hasSecret: false, issuer: '' });
    expect((await listDomains(rival)).every(({ operatorId }) => operatorId === 'inwi')).toBe(true);
  });

  test('take no provider that does not answer or that stands in a private network', async () => {
    const refused = { fields: { issuer: { code: 'no-provider-there' } } };
    await expect(save({}, rival, 'http://127.0.0.1:9')).rejects.toMatchObject(refused);
    setEnv({ WEBHOOK_ALLOW_NETWORKS: '' });
    const before = provider.requests();
    try {
      await expect(save({ clientId: 'fresh' }, rival)).rejects.toMatchObject(refused);
      expect(provider.requests()).toBe(before);
    } finally {
      setEnv({ WEBHOOK_ALLOW_NETWORKS: '127.0.0.1/32' });
    }
  });

  test('a domain belongs to one operator, and only the regulator’s administrator approves it', async () => {
    await requestDomain(rival, DOMAIN, new Date());
    const wish = { operatorId: 'inwi', domain: DOMAIN };
    await expect(approveDomain(regulator, wish, new Date())).rejects.toMatchObject({
      fields: { domain: { code: 'domain-taken' } },
    });
    await requestDomain(rival, 'new.example', new Date());
    await approveDomain(rival, { operatorId: 'inwi', domain: 'new.example' }, new Date());
    expect(await listDomains(rival)).toContainEqual({
      operatorId: 'inwi',
      domain: 'new.example',
      approved: false,
    });
  });
});
