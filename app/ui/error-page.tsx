import { isRouteErrorResponse } from 'react-router';
import { ERROR_CODES, type ErrorCode } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { LinkButton } from './button.tsx';
import { PageTitle } from './page-title.tsx';
import { PublicLayout } from './public-layout.tsx';

interface Refusal {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
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
  const { code, params } = (error.data ?? {}) as { code?: unknown; params?: Refusal['params'] };
  return { code: isErrorCode(code) ? code : codeOfStatus(error.status), params: params ?? {} };
}

/** One page for every refusal and every fault: what happened, in plain words, and a way on. */
export function ErrorPage({ error }: { error: unknown }) {
  return <RefusalPage {...refusalOf(error)} />;
}

export function RefusalPage({ code, params }: Refusal) {
  const t = useT('ui');
  const tErrors = useT('errors');
  return (
    <PublicLayout>
      <PageTitle>{tErrors(`${code}.title`, params)}</PageTitle>
      <p>{tErrors(`${code}.explanation`, params)}</p>
      <p>
        <LinkButton href="/" look="secondary">
          {t('errorPage.home')}
        </LinkButton>
      </p>
    </PublicLayout>
  );
}
