import { z } from 'zod';
import { AppError } from '#app/domain/shared/errors.ts';
import { cleanLine } from '#app/domain/shared/text.ts';
import { database } from '#app/platform/db/client.server.ts';
import { parseJson } from '#app/platform/http/read-form.server.ts';
import { auth } from '#app/platform/session/auth.server.ts';
import { rememberDevice } from '#app/platform/session/device-cookie.server.ts';
import { refusedBySignIn } from './refused-sign-in.server.ts';

/** A passkey as its owner sees it. */
export interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  /** ISO instant. */
  readonly since: string | null;
}

/** What the browser is asked, with the cookies that remember the question. */
export interface PasskeyQuestion {
  readonly options: unknown;
  readonly cookies: readonly string[];
}

const MAX_NAME = 60;

function wrong(error: unknown): never {
  if (!refusedBySignIn(error)) throw error;
  throw new AppError('invalid-input', { fields: { credential: { code: 'invalid' } }, cause: error });
}

function nameOf(given: unknown): string {
  const cleaned = typeof given === 'string' ? cleanLine(given) : null;
  const name = cleaned?.ok === true ? cleaned.text.slice(0, MAX_NAME) : '';
  if (name === '') throw new AppError('invalid-input', { fields: { name: { code: 'required' } } });
  return name;
}

/** What `PublicKeyCredential.toJSON` gives (WebAuthn level 3). */
const Common = {
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
};
const Registered = z.object({
  ...Common,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string()).optional(),
  }),
});
const Presented = z.object({
  ...Common,
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z
      .string()
      .nullish()
      .transform(value => value ?? undefined),
  }),
});

/** What the browser's script put into the form. @throws AppError `invalid-input` on `credential` */
function credentialOf<T>(schema: z.ZodType<T>, given: unknown): T {
  const read = schema.safeParse(typeof given === 'string' && given !== '' ? parseJson(given) : null);
  if (!read.success) throw new AppError('invalid-input', { fields: { credential: { code: 'invalid' } } });
  return read.data;
}

export async function listPasskeys(userId: string): Promise<readonly OwnPasskey[]> {
  const found = await database().passkey.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
  return found.map(({ id, name, createdAt }) => ({
    id,
    name: name ?? '',
    since: createdAt?.toISOString() ?? null,
  }));
}

/** Asks the browser to make a passkey for the person who is signed in. */
export async function askForNewPasskey(headers: Headers): Promise<PasskeyQuestion> {
  const answer = await auth().api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true });
  return { options: answer.response, cookies: answer.headers.getSetCookie() };
}

/** Asks the browser for a passkey: any, or the signed-in person's own. Holding it is not enough: the device asks too. */
export async function askForPasskey(headers: Headers): Promise<PasskeyQuestion> {
  const answer = await auth().api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true });
  const options = { ...answer.response, userVerification: 'required' };
  return { options, cookies: answer.headers.getSetCookie() };
}

/** @throws AppError `invalid-input` on `name` or `credential` */
export async function addPasskey(
  headers: Headers,
  given: { name: unknown; credential: unknown },
): Promise<void> {
  const name = nameOf(given.name);
  const response = credentialOf(Registered, given.credential);
  await auth().api.verifyPasskeyRegistration({ headers, body: { response, name } }).catch(wrong);
}

/** @throws AppError `invalid-input` on `name` */
export async function renamePasskey(userId: string, id: string, given: unknown): Promise<void> {
  await database().passkey.updateMany({ where: { id, userId }, data: { name: nameOf(given) } });
}

export async function removePasskey(userId: string, id: string): Promise<void> {
  await database().passkey.deleteMany({ where: { id, userId } });
}

/**
 * Opens a session with a passkey.
 * @returns whose it is, and the session's cookies
 * @throws AppError `invalid-input` on `credential`
 */
export async function signInWithPasskey(
  headers: Headers,
  credential: unknown,
): Promise<{ readonly userId: string; readonly token: string; readonly cookies: readonly string[] }> {
  const response = credentialOf(Presented, credential);
  const request = { headers, body: { response }, returnHeaders: true as const };
  const answer = await auth().api.verifyPasskeyAuthentication(request).catch(wrong);
  const { user, session } = answer.response;
  const cookies = [...answer.headers.getSetCookie(), await rememberDevice(headers, user.email)];
  return { userId: user.id, token: session.token, cookies };
}
