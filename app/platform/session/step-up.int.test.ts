import { beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import { confirmPerson } from '#app/usecases/accounts/confirm-person.server.ts';
import { signInAs } from '#app/usecases/accounts/sign-in-as.server.ts';
import { registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { headersWith, requestWith, staffMember, TEST_PASSWORD, testAccount } from '#scripts/testing/staff.ts';
import { findStaff, type StaffMember } from './staff-session.server.ts';
import { requireStepUp, takeHeldForm } from './step-up.server.ts';

await testDatabase();

let userId = '';

beforeAll(async () => {
  await registerOperators();
  userId = await testAccount({ email: 'samira@mt.example' });
});

/** A session in which nobody has proved anything for so many minutes. */
async function sessionOf(minutes: number): Promise<{ cookies: readonly string[]; staff: StaffMember }> {
  const cookies = await signInAs(userId);
  const staff = await findStaff(requestWith(cookies));
  if (staff === null) throw new Error('no session');
  await database().$executeRaw`
    UPDATE "session" SET confirmed_at = now() - ${minutes} * interval '1 minute' WHERE id = ${staff.sessionId}`;
  return { cookies, staff };
}

async function redirectOf(work: Promise<unknown>): Promise<URL> {
  const thrown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(thrown instanceof Response)) throw new Error('was let through');
  return new URL(thrown.headers.get('location') ?? '', 'http://localhost:3000');
}

function sent(cookies: readonly string[], fields: Record<string, string>): Request {
  const headers = headersWith(cookies);
  headers.set('content-type', 'application/x-www-form-urlencoded');
  const body = new URLSearchParams(fields).toString();
  return new Request('http://localhost:3000/operator/settings/api-keys?x=1', {
    method: 'POST',
    headers,
    body,
  });
}

describe('before a dangerous action', () => {
  test('a proof within the minutes lets through, an older one leads to the question and back', async () => {
    const { cookies } = await sessionOf(14);
    await expect(requireStepUp(requestWith(cookies))).resolves.toMatchObject({ id: userId });
    const asked = await redirectOf(requireStepUp(requestWith(cookies, '/operator/settings?tab=1'), 10));
    expect(asked.pathname).toBe('/step-up');
    expect(asked.searchParams.get('next')).toBe('/operator/settings?tab=1');
    expect((await redirectOf(requireStepUp(requestWith([], '/operator')))).pathname).toBe('/sign-in');
  });

  test('a form that was sent is kept sealed, given back once, to its sender alone', async () => {
    const { cookies, staff } = await sessionOf(60);
    const asked = await redirectOf(requireStepUp(sent(cookies, { name: 'CRM', secret: 'très secret' })));
    const id = asked.searchParams.get('form') ?? '';
    const rows = await withActor(SYSTEM, tx => tx.heldForm.findMany());
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/secret|CRM/);
    const other = await staffMember(await testAccount({ email: 'other@mt.example' }));
    expect(await takeHeldForm(other, id)).toBeNull();
    expect(await takeHeldForm(staff, id)).toEqual({
      path: '/operator/settings/api-keys?x=1',
      fields: { name: ['CRM'], secret: ['très secret'] },
    });
    expect(await takeHeldForm(staff, id)).toBeNull();
  });

  test('the right password is a proof, a wrong one is not, and guesses in one session end', async () => {
    const { cookies, staff } = await sessionOf(60);
    const prove = (value: string) =>
      confirmPerson({ staff, headers: headersWith(cookies), field: 'password', value });
    for (let guess = 0; guess < 9; guess += 1) {
      await expect(prove('not the password')).rejects.toMatchObject({ code: 'invalid-input' });
    }
    await prove(TEST_PASSWORD);
    await expect(requireStepUp(requestWith(cookies))).resolves.toMatchObject({ id: userId });
    for (let guess = 0; guess < 10; guess += 1) await prove('not the password').catch(() => undefined);
    await expect(prove(TEST_PASSWORD)).rejects.toMatchObject({ code: 'too-many-requests' });
  });
});
