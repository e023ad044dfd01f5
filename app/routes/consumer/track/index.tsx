import { data, redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { pageHeaders } from '#app/platform/http/page-headers.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { Details, Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { Reference } from '#app/ui/tag.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { openCaseByReceipt } from '#app/usecases/accounts/open-case-by-receipt.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/index.ts';
import { findComplainant, openedCase, PRIVATE_PAGE } from './open-case.server.ts';

export async function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const open = (await findComplainant(request)) !== null;
  const notice = searchParams.has('left') ? 'left' : searchParams.has('ended') ? 'ended' : null;
  const example = `${activeProfile().referencePrefix}-${now().getUTCFullYear()}-7K3F-9QXM-T`;
  return data({ open, notice: open ? null : notice, example } as const, { headers: PRIVATE_PAGE });
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const form = await readForm(request);
  const typed = { reference: String(form.get('reference') ?? ''), code: String(form.get('code') ?? '') };
  try {
    const { caseId } = await openCaseByReceipt({ ...typed, address: clientAddress(request) });
    return redirect('/track/case', { headers: { 'Set-Cookie': await openedCase(caseId) } });
  } catch (error) {
    return refuseReceipt(error, typed.reference);
  }
}

/** The code is never sent back: who has it types it again. */
function refuseReceipt(error: unknown, reference: string) {
  if (!(error instanceof AppError)) throw error;
  const { code, fields, params, status } = error;
  if (status >= 500) return toErrorPage(error);
  const seconds = Number(params.seconds ?? 0);
  const headers = { ...PRIVATE_PAGE, ...(status === 429 && { 'Retry-After': String(seconds) }) };
  return data({ code, fields, reference, minutes: Math.ceil(seconds / 60) }, { status, headers });
}

export function headers(given: Route.HeadersArgs) {
  return pageHeaders(given);
}

type Refusal = NonNullable<Route.ComponentProps['actionData']>;

function RefusalText({ refused }: { refused: Refusal }) {
  const t = useT('track');
  const tErrors = useT('errors');
  if (refused.code === 'too-many-requests') {
    return <p>{t('open.wait', { count: refused.minutes })}</p>;
  }
  return refused.code === 'receipt-refused' ? (
    <p>
      <strong>{tErrors('receipt-refused.title')}.</strong> {tErrors('receipt-refused.explanation')}
    </p>
  ) : null;
}

export default function OpenCase({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('track');
  const tReceipt = useT('receipt');
  const errors = actionData?.fields ?? {};
  const { field } = useFormFields({ values: { reference: actionData?.reference ?? '' }, errors });
  const refused = actionData && Object.keys(errors).length === 0;
  return (
    <PublicLayout current="track">
      <PageTitle lead={t('open.lead')}>{t('open.title')}</PageTitle>
      {loaderData.notice ? <Notice live>{t(`open.${loaderData.notice}`)}</Notice> : null}
      <ErrorSummary errors={errors} labels={{ reference: t('open.reference'), code: t('open.code') }}>
        {refused ? <RefusalText refused={actionData} /> : null}
      </ErrorSummary>
      {loaderData.open ? (
        <Notice>
          <p>{t('open.alreadyOpen')}</p>
          <LinkButton href="/track/case" look="secondary">
            {t('open.continue')}
          </LinkButton>
        </Notice>
      ) : null}
      <PostForm action="/track">
        <TextField
          {...field('reference')}
          label={t('open.reference')}
          hint={
            <>
              {t('open.referenceHint')} <Reference>{loaderData.example}</Reference>
            </>
          }
          dir="ltr"
          autoComplete="off"
          width="medium"
          required
        />
        <TextField
          {...field('code')}
          label={t('open.code')}
          hint={t('open.codeHint')}
          dir="ltr"
          autoComplete="off"
          width="medium"
          required
        />
        <ButtonRow>
          <Button>{t('open.submit')}</Button>
        </ButtonRow>
      </PostForm>
      <Details summary={tReceipt('lost')}>
        <p>{tReceipt('lostText')}</p>
        <p className="mt-3">
          <a href="/track/recover">{tReceipt('recover.title')}</a>
        </p>
      </Details>
    </PublicLayout>
  );
}
