import { data, redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { Details, Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { LINK_MINUTES } from '#app/usecases/receipts/contact-tokens.server.ts';
import { requestNewCode } from '#app/usecases/receipts/renew-code.server.ts';
import type { Route } from './+types/recover.ts';
import { PRIVATE_PAGE } from './open-case.server.ts';

export function loader({ request }: Route.LoaderArgs) {
  const sent = new URL(request.url).searchParams.has('sent');
  return data({ sent, minutes: LINK_MINUTES['renew-code'] }, { headers: PRIVATE_PAGE });
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const form = await readForm(request);
  const typed = { reference: String(form.get('reference') ?? ''), email: String(form.get('email') ?? '') };
  try {
    await requestNewCode({ ...typed, address: clientAddress(request), now: now().toISOString() });
    return redirect('/track/recover?sent', { status: 303 });
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-many-requests') {
      return data(
        { errors: {}, values: typed, tooMany: true },
        { status: error.status, headers: PRIVATE_PAGE },
      );
    }
    const { data: refused, init } = refuse(error, typed);
    return data({ errors: refused.errors, values: typed, tooMany: false }, init ?? {});
  }
}

export const headers = () => PRIVATE_PAGE;

export default function Recover({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <PublicLayout current="track">
      {loaderData.sent ? <Sent minutes={loaderData.minutes} /> : <Ask refused={actionData} />}
    </PublicLayout>
  );
}

function Sent({ minutes }: { minutes: number }) {
  const t = useT('receipt');
  return (
    <>
      <PageTitle>{t('recover.sentTitle')}</PageTitle>
      <Notice live>
        <p>{t('recover.sentText', { minutes })}</p>
      </Notice>
      <p>{t('recover.nothingCame')}</p>
    </>
  );
}

function Ask({ refused }: { refused: Route.ComponentProps['actionData'] }) {
  const t = useT('receipt');
  const errors = refused?.errors ?? {};
  const { field } = useFormFields({ values: refused?.values ?? {}, errors });
  return (
    <>
      <PageTitle lead={t('recover.lead')}>{t('recover.title')}</PageTitle>
      <ErrorSummary errors={errors} labels={{ reference: t('recover.reference'), email: t('recover.email') }}>
        {refused?.tooMany ? <p>{t('recover.wait')}</p> : null}
      </ErrorSummary>
      <PostForm action="/track/recover">
        <TextField
          {...field('reference')}
          label={t('recover.reference')}
          hint={t('recover.referenceHint')}
          dir="ltr"
          autoComplete="off"
          width="medium"
          required
        />
        <TextField
          {...field('email')}
          type="email"
          label={t('recover.email')}
          autoComplete="email"
          required
        />
        <ButtonRow>
          <Button>{t('recover.submit')}</Button>
        </ButtonRow>
      </PostForm>
      <Details summary={t('lost')}>
        <p>{t('lostText')}</p>
      </Details>
    </>
  );
}
