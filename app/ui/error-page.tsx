import { isRouteErrorResponse } from 'react-router';
import { ERROR_CODES, type ErrorCode } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { LinkButton } from './button.tsx';
import { PageTitle } from './page-title.tsx';
import { PublicLayout } from './public-layout.tsx';

interface Refusal {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** What the person had written, to be copied. */
  readonly texts?: readonly string[];
  /** Where the person goes on; the first page unless told. */
  readonly back?: string;
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && value in ERROR_CODES;
}

/** The framework's own refusals (no such page, no such method) have a status but none of our codes. */
function codeOfStatus(status: number): ErrorCode {
  const codes = Object.keys(ERROR_CODES).filter(isErrorCode);
  return codes.find(code => ERROR_CODES[code] === status) ?? 'internal';
}

/** What a route refused with: `throw data({ code, params? }, { status })`. Anything else is our fault. */
function refusalOf(error: unknown): Refusal {
  if (!isRouteErrorResponse(error)) return { code: 'internal', params: {} };
  const { code, params, texts, back } = (error.data ?? {}) as Partial<Refusal>;
  const given = { ...(texts && { texts }), ...(back && { back }) };
  return { code: isErrorCode(code) ? code : codeOfStatus(error.status), params: params ?? {}, ...given };
}

/** One page for every refusal and every fault: what happened, in plain words, and a way on. */
export function ErrorPage({ error }: { error: unknown }) {
  return <RefusalPage {...refusalOf(error)} />;
}

export function RefusalPage({ code, params, texts = [], back }: Refusal) {
  const t = useT('ui');
  const tErrors = useT('errors');
  return (
    <PublicLayout>
      <PageTitle>{tErrors(`${code}.title`, params)}</PageTitle>
      <p>{tErrors(`${code}.explanation`, params)}</p>
      {texts.length > 0 ? <p>{t('track:command.yourText')}</p> : null}
      {texts.map(text => (
        <blockquote key={text} className="whitespace-pre-line" dir="auto">
          {text}
        </blockquote>
      ))}
      <p className="mt-6">
        <LinkButton href={back ?? '/'} look="secondary">
          {t(back === undefined ? 'errorPage.home' : 'errorPage.again')}
        </LinkButton>
      </p>
    </PublicLayout>
  );
}
