import { createStaffAccount, type StaffRole } from '#app/usecases/accounts/create-staff-account.server.ts';
import { signInAs } from '#app/usecases/accounts/sign-in-as.server.ts';
import type { Benchmark } from './benchmark.ts';
import type { Shot } from './load.ts';
import { queueOperator } from './page-statements.ts';

/** Signs somebody in and gives the cookies that a browser then sends. */
export async function signIn(
  role: StaffRole,
  {
    operatorId,
    email = `${role}@bench.example`,
  }: { readonly operatorId?: string; readonly email?: string } = {},
): Promise<string> {
  const password = 'a password that nobody types';
  const id = await createStaffAccount({ name: 'Bench', email, password, role, operatorId, language: 'en' });
  const cookies = await signInAs(id);
  return cookies.map(cookie => cookie.split(';', 1)[0]).join('; ');
}

export function pageShot(path: string, cookie: string): Shot {
  const headers = { cookie, accept: 'text/html', 'accept-encoding': 'gzip', 'accept-language': 'en' };
  return { method: 'GET', path, headers, expectedStatus: 200 };
}

export function rowsShot(path: string): Shot {
  return { method: 'GET', path, headers: { accept: 'application/json' }, expectedStatus: 200 };
}

/** The first page of the largest operator's queue, as HTML for a signed-in liaison. */
export const queue: Benchmark = {
  title: "An operator's queue, 50 rows and counters as HTML (floor: the same rows as JSON)",
  goal: { kind: 'ratio', least: 0.2 },
  clients: 8,
  async prepare() {
    const cookie = await signIn('liaison', { operatorId: queueOperator() });
    return { app: () => pageShot('/operator', cookie), floor: () => rowsShot('/queue') };
  },
};

/** The page of figures, as HTML for a signed-in analyst; analysts are few, so one at a time. */
export const figures: Benchmark = {
  title: 'The page of figures as HTML (floor: the same sums as JSON)',
  goal: { kind: 'p95', most: 50 },
  clients: 1,
  async prepare() {
    const cookie = await signIn('analyst');
    return { app: () => pageShot('/regulator/figures', cookie), floor: () => rowsShot('/figures') };
  },
};
