import { isRouteErrorResponse } from 'react-router';
import { ERROR_CODES, type ErrorCode } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { LinkButton } from './button.tsx';
import { PageTitle } from './page-title.tsx';
import { PublicLayout } from './public-layout.tsx';

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && value in ERROR_CODES;
}

/** The documented code that a route refused with: `throw data({ code, params? }, { status })`. */
function refusalOf(error: unknown): { code: ErrorCode; params: Record<string, unknown> } | null {
  if (!isRouteErrorResponse(error)) return null;
  const { code, params } = (error.data ?? {}) as { code?: unknown; params?: Record<string, unknown> };
  if (isErrorCode(code)) return { code, params: params ?? {} };
  return error.status === 404 ? { code: 'not-found', params: {} } : null;
}

type Kind = 'notFound' | 'refused' | 'fault';

function kindOf(error: unknown): Kind {
  if (!isRouteErrorResponse(error) || error.status >= 500) return 'fault';
  return error.status === 404 ? 'notFound' : 'refused';
}

/** One page for every refusal and every fault: what happened, in plain words, and a way on. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useT('ui');
  const tErrors = useT('errors');
  const kind = kindOf(error);
  const refusal = refusalOf(error);
  const text =
    kind === 'refused' && refusal ? tErrors(refusal.code, refusal.params) : t(`errorPage.${kind}Text`);
  return (
    <PublicLayout>
      <PageTitle>{t(`errorPage.${kind}Title`)}</PageTitle>
      <p>{text}</p>
      <p>
        <LinkButton href="/" look="secondary">
          {t('errorPage.home')}
        </LinkButton>
      </p>
    </PublicLayout>
  );
}
