import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { now } from '#app/platform/clock.server.ts';
import { discardBody } from '#app/platform/http/body.server.ts';
import { clientAddress, exactAddress } from '#app/platform/http/client-address.ts';
import { log } from '#app/platform/log.server.ts';
import { type Allowance, type RateLimit, spendPoint } from '#app/platform/session/rate-limit.server.ts';
import { type ApiCaller, findCaller } from '#app/usecases/api-keys/find-key.server.ts';
import { noteUse } from '#app/usecases/api-keys/note-use.server.ts';
import { type OperationId, scopeOf } from '#app/usecases/operator-api/operations.ts';
import { answerApi, apiLanguage } from '../answer.server.ts';

/** Requests of one key. */
export const KEY_LIMIT = { name: 'api-key', points: 600, seconds: 60 } as const satisfies RateLimit;

const AUTHORIZATION = /^Bearer +(\S{1,200})$/i;

/** Who asks, once the key has been accepted. */
export interface Asked {
  readonly actor: Actor & { readonly organisation: string };
  readonly keyId: string;
  readonly language: Language;
  /** ISO instant. */
  readonly at: string;
}

interface Question {
  readonly request: Request;
  readonly operation: OperationId;
  /** The case that it is about. */
  readonly reference?: string;
}

interface Standing {
  caller?: ApiCaller;
  allowance?: Allowance;
}

function bearerOf(request: Request): string {
  const text = AUTHORIZATION.exec(request.headers.get('authorization') ?? '')?.[1];
  if (text === undefined) throw new AppError('unauthenticated');
  return text;
}

/** The fields of the IETF's draft on rate limits, on refusals as well. */
function tellLimit(response: Response, { caller, allowance }: Standing): void {
  if (caller === undefined) return;
  const { points, seconds } = KEY_LIMIT;
  const left = allowance?.left ?? 0;
  const reset = allowance?.seconds ?? response.headers.get('retry-after') ?? seconds;
  response.headers.set('ratelimit-policy', `"key";q=${points};w=${seconds}`);
  response.headers.set('ratelimit', `"key";r=${left};t=${reset}`);
}

async function logUse(
  response: Response,
  { caller }: Standing,
  question: Question,
  at: string,
): Promise<void> {
  if (caller === undefined) return;
  const { request, operation, reference } = question;
  const use = { caller, operation, reference: reference?.slice(0, 40) ?? null, status: response.status };
  await noteUse({ ...use, address: exactAddress(request), at }).catch((error: unknown) =>
    log.error({ err: error, operation }, 'use of a key not logged'),
  );
}

/**
 * Answers an operator's system: its key checked, its requests counted, the use logged whatever the answer is.
 * `work` runs for who has the operation's scope.
 */
export async function withKey(
  question: Question,
  work: (asked: Asked) => Promise<Response>,
): Promise<Response> {
  const { request, operation } = question;
  const at = now().toISOString();
  const standing: Standing = {};
  const answer = async () => {
    const caller = await findCaller({ text: bearerOf(request), address: clientAddress(request), now: at });
    standing.caller = caller;
    standing.allowance = await spendPoint(KEY_LIMIT, caller.keyId);
    const scope = scopeOf(operation);
    if (!caller.scopes.includes(scope)) throw new AppError('scope-missing', { params: { scope } });
    return work({ actor: caller.actor, keyId: caller.keyId, language: apiLanguage(request), at });
  };
  const response = await answerApi(request, answer, 'Bearer');
  if (request.body !== null && !request.bodyUsed) await discardBody(request);
  tellLimit(response, standing);
  await logUse(response, standing, question, at);
  return response;
}

interface About {
  /** Of the case, for the ETag. */
  readonly version?: number;
  readonly status?: number;
}

/** JSON for one reader in one language, kept by nobody on the way. */
export function jsonFor({ language }: Pick<Asked, 'language'>, body: unknown, about: About = {}): Response {
  const { version, status = 200 } = about;
  const headers = new Headers({
    'cache-control': 'no-store',
    'content-language': language,
    vary: 'Accept-Language, Authorization',
  });
  if (version !== undefined) headers.set('etag', `"${version}"`);
  return Response.json(body, { headers, status });
}
