import { passkey } from '@better-auth/passkey';
import { APIError, betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { twoFactor } from 'better-auth/plugins';
import { keyedDigest } from '../crypto.server.ts';
import { database } from '../db/client.server.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import { env } from '../env.server.ts';
import { CLIENT_ADDRESS_HEADER } from '../http/client-address.ts';
import { log } from '../log.server.ts';
import { digestRecoveryCodes } from './recovery-codes.server.ts';
import { isSignInMethod, mayOpenSession, methodOfPath } from './sign-in-methods.server.ts';

/** A working day: then staff sign in again, whatever they did in between. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** Characters of a password; shorter ones are refused, longer ones would only cost time to hash. */
export const PASSWORD_LENGTH = { min: 12, max: 128 };

/** Minutes within which the second factor must follow the password. */
const SECOND_FACTOR_MINUTES = 10;

/** Key of everything that better-auth signs or encrypts, apart from the other uses of the application's secret. */
export function authSecret(): string {
  return keyedDigest('staff sign-in', 'better-auth');
}

/** A passkey stands for two factors only if the device has asked who holds it. */
function requireUserVerified(verified: boolean): void {
  if (!verified) throw new APIError('UNAUTHORIZED', { message: 'the device did not ask for its holder' });
}

function passkeys(publicUrl: string) {
  return passkey({
    rpID: new URL(publicUrl).hostname,
    rpName: 'Recours',
    origin: publicUrl,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification }) =>
        requireUserVerified(verification.registrationInfo?.userVerified === true),
    },
    authentication: {
      afterVerification: ({ verification }) =>
        requireUserVerified(verification.authenticationInfo.userVerified),
    },
  });
}

function secondFactor() {
  return twoFactor({
    issuer: 'Recours',
    twoFactorCookieMaxAge: SECOND_FACTOR_MINUTES * 60,
    backupCodeOptions: { storeBackupCodes: digestRecoveryCodes },
    // Attempts are counted apart for known devices, so that nobody locks somebody else out.
    accountLockout: { enabled: false },
  });
}

/** Every session passes here, whichever way it was opened. */
async function beforeSession(session: { userId: string; method?: unknown }, path: string | undefined) {
  const method = isSignInMethod(session.method) ? session.method : methodOfPath(path);
  return (await mayOpenSession(session.userId, method)) && { data: { ...session, method } };
}

function createAuth(client: PrismaClient) {
  const { PUBLIC_URL } = env();
  return betterAuth({
    appName: 'Recours',
    baseURL: PUBLIC_URL,
    secret: authSecret(),
    database: prismaAdapter(client, { provider: 'postgresql' }),
    // Accounts are made by an administrator: nobody registers.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        operatorId: { type: 'string', required: false, input: false },
        language: { type: 'string', required: true, input: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      additionalFields: { method: { type: 'string', required: false, input: false } },
    },
    databaseHooks: {
      session: { create: { before: (session, context) => beforeSession(session, context?.path) } },
    },
    advanced: {
      cookiePrefix: 'recours',
      useSecureCookies: PUBLIC_URL.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    plugins: [secondFactor(), passkeys(PUBLIC_URL)],
    // Attempts are counted in the database for every process: usecases/accounts/attempt-budget.server.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.warn({ from: 'better-auth' }, message) },
  });
}

type Auth = ReturnType<typeof createAuth>;

let made: { readonly client: PrismaClient; readonly auth: Auth } | undefined;

/**
 * better-auth on the process's connection pool: passwords (scrypt), sessions, the second factor, passkeys. Its HTTP
 * routes are not mounted: our own forms call `auth().api` and hand on its `Set-Cookie` headers.
 */
export function auth(): Auth {
  const client = database();
  if (made?.client !== client) made = { client, auth: createAuth(client) };
  return made.auth;
}
