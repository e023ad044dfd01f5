import { AppError, type FieldError } from '#app/domain/shared/errors.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { formatDate } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/i18n.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { discardBody } from '#app/platform/http/body.server.ts';
import { type ProblemTexts, problemResponse } from '#app/platform/http/problem.server.ts';
import { log } from '#app/platform/log.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';

const DATE_PARAMS: readonly string[] = ['earliestOn', 'latestOn'];

function readableParams(params: FieldError['params'], language: Language): Record<string, string | number> {
  const { timeZone } = activeProfile();
  const entries = Object.entries(params ?? {}).map(([name, value]) =>
    DATE_PARAMS.includes(name) ? [name, formatDate(String(value), language, timeZone)] : [name, value],
  );
  return Object.fromEntries(entries);
}

function textsFor(error: AppError, language: Language): ProblemTexts {
  const t = translator(language, 'errors');
  return {
    language,
    title: t(`${error.code}.title`),
    detail: t(`${error.code}.explanation`),
    field: ({ code, params }) => t(`field.${code}`, readableParams(params, language)),
  };
}

/** The language in which the API answers a request: texts only, codes are the same in all. */
export function apiLanguage(request: Request): Language {
  return requestLanguage(request, activeProfile());
}

/** How a client shows who it is: with a receipt's code, or with an operator's key. */
type Scheme = 'Receipt' | 'Bearer';

function challengeFor({ code }: AppError, scheme: Scheme): HeadersInit {
  if (code === 'unauthenticated') return { 'www-authenticate': scheme };
  return code === 'api-key-refused' ? { 'www-authenticate': `${scheme} error="invalid_token"` } : {};
}

/** Answers in JSON; what `work` refuses becomes a problem document, a fault of ours one without its cause. */
export async function answerApi(
  request: Request,
  work: () => Promise<Response>,
  scheme: Scheme = 'Receipt',
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) log.error({ err: error }, 'fault in the API');
    const refusal = error instanceof AppError ? error : new AppError('internal', { cause: error });
    const texts = textsFor(refusal, apiLanguage(request));
    return problemResponse(refusal, texts, challengeFor(refusal, scheme));
  }
}

/** The answer to every method but `allowed` (RFC 9110: with the list of those that the address knows). */
export async function refuseMethod(request: Request, allowed: string): Promise<Response> {
  await discardBody(request);
  const refusal = new AppError('method-not-allowed');
  return problemResponse(refusal, textsFor(refusal, apiLanguage(request)), { allow: allowed });
}
