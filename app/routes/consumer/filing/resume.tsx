import { redirect } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { resumeDraft } from '#app/usecases/complaints/drafts/draft-keys.server.ts';
import { nextStepOf } from '#app/usecases/complaints/drafts/filing-steps.ts';
import type { Route } from './+types/resume.ts';
import { SharedComputerOffer } from './shared-computer-offer.tsx';
import { hrefOf, RESUME_PATH } from './step-paths.ts';
import { keptDraft, NO_STORE, visitOf } from './steps.server.ts';

export const headers = () => NO_STORE;

export function loader({ request }: Route.LoaderArgs) {
  return { key: new URL(request.url).searchParams.get('key') };
}

/** Opening a link shows a button only: programs that look at mails open links, too. */
export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const form = await readForm(request);
  const { now } = await visitOf(request);
  const key = form.get('key');
  const way =
    typeof key === 'string'
      ? ({ kind: 'link', secret: key } as const)
      : ({ kind: 'code', secret: String(form.get('code') ?? '') } as const);
  try {
    const { token, draft } = await resumeDraft({ ...way, now, address: clientAddress(request) });
    const headers = { 'Set-Cookie': await keptDraft(request, { token, expiresAt: draft.expiresAt }) };
    return redirect(hrefOf(nextStepOf(draft.answers)), { status: 303, headers });
  } catch (error) {
    return refuse(error);
  }
}

export default function ResumePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('start');
  const { field } = useFormFields({ errors: actionData?.errors });
  const { key } = loaderData;
  return (
    <PublicLayout current="file">
      <ErrorSummary errors={actionData?.errors} labels={{ code: t('resume.code') }} />
      <PageTitle lead={key === null ? t('resume.lead') : t('resume.linkLead')}>{t('resume.title')}</PageTitle>
      <PostForm action={RESUME_PATH}>
        {key === null ? (
          <TextField
            {...field('code')}
            label={t('resume.code')}
            hint={t('resume.codeHint')}
            dir="ltr"
            autoComplete="off"
            width="medium"
            required
          />
        ) : (
          <HiddenFields values={{ key }} />
        )}
        <Button>{t('resume.submit')}</Button>
      </PostForm>
      <p className="mt-6">
        <a href="/track" className="inline-flex min-h-11 items-center">
          {t('resume.filed')}
        </a>
      </p>
      <SharedComputerOffer />
    </PublicLayout>
  );
}
