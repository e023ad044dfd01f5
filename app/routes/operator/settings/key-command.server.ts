import { data } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { revokeKey, rotateKey } from '#app/usecases/api-keys/end-key.server.ts';
import { type KeyManager, makeKey, type ShownKey } from '#app/usecases/api-keys/make-key.server.ts';
import { fillSandbox } from '#app/usecases/sandbox/fill-sandbox.server.ts';
import { CASES_AT_ONCE } from '#app/usecases/sandbox/open-sandbox.server.ts';

export type KeyDone = 'made' | 'rotated' | 'revoked' | 'refilled';

interface Done {
  readonly done: KeyDone;
  /** The new key, in this answer and in no other. */
  readonly shown: ShownKey | null;
}

interface KeyForm {
  readonly request: Request;
  readonly actor: KeyManager;
  readonly now: string;
}

type Give = (actor: KeyManager, values: Readonly<Record<string, unknown>>, now: string) => Promise<Done>;

const GIVE: Readonly<Record<string, Give>> = {
  make: async (actor, values, now) => ({ done: 'made', shown: await makeKey({ actor, values, now }) }),
  rotate: async (actor, { keyId }, now) => ({
    done: 'rotated',
    shown: await rotateKey({ actor, keyId: String(keyId), now }),
  }),
  revoke: async (actor, { keyId }, now) => {
    await revokeKey({ actor, keyId: String(keyId), now });
    return { done: 'revoked', shown: null };
  },
  refill: async ({ organisation }, _, now) => {
    await fillSandbox(organisation, { now, cases: CASES_AT_ONCE });
    return { done: 'refilled', shown: null };
  },
};

/** Does what a form of the page of keys asks for; a new key is in the answer to its form alone. */
export async function giveKeyCommand({ request, actor, now }: KeyForm) {
  const values = formValues(await readForm(request));
  const give = Object.hasOwn(GIVE, String(values.intent)) ? GIVE[String(values.intent)] : undefined;
  if (give === undefined) return toErrorPage(new AppError('malformed-request'));
  try {
    return data(await give(actor, values, now), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return refuse(error, values);
  }
}
