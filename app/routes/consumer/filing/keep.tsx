import { data } from 'react-router';
import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { Reference } from '#app/ui/tag.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { emailOf } from '#app/usecases/complaints/drafts/address.schema.ts';
import { issueDraftCode } from '#app/usecases/complaints/drafts/draft-keys.server.ts';
import { nextStepOf } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { sendResumeLink } from '#app/usecases/complaints/drafts/send-resume-link.server.ts';
import type { Route } from './+types/keep.ts';
import { hrefOf, RESUME_PATH } from './step-paths.ts';
import { NO_STORE, openStep } from './steps.server.ts';

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const { draft } = await openStep(request, 'service');
  const { origin } = new URL(request.url);
  return {
    expiresAt: draft.expiresAt.toISOString(),
    back: hrefOf(nextStepOf(draft.answers)),
    resumeAddress: `${origin}${RESUME_PATH}`.replace(/^https?:\/\//, ''),
  };
}

/** The code is shown in this answer only: no address leads to it again. */
export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const { token, language, now } = await openStep(request, 'service');
  const form = await readForm(request);
  const typed = String(form.get('email') ?? '');
  try {
    if (form.get('intent') === 'code') return data({ code: await issueDraftCode(token, now), sent: false });
    await sendResumeLink({ token, email: emailOf(typed), language, now });
    return data({ code: null, sent: true });
  } catch (error) {
    return refuse(error, { email: typed });
  }
}

export default function Keep({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('start');
  const { language, timeZone } = useApp();
  const { expiresAt, back, resumeAddress } = loaderData;
  const date = formatDate(expiresAt, language, timeZone);
  const refused = actionData && 'errors' in actionData ? actionData : undefined;
  const done = actionData && 'sent' in actionData ? actionData : undefined;
  const { field } = useFormFields({ values: refused?.values ?? {}, errors: refused?.errors });
  return (
    <PublicLayout current="file">
      <ErrorSummary errors={refused?.errors} labels={{ email: t('keep.email') }} />
      <PageTitle lead={t('keep.lead', { date })}>{t('keep.title')}</PageTitle>
      {done?.sent ? <Notice kind="success" live title={t('keep.mailDone')} /> : null}
      <Section title={t('keep.codeTitle')}>
        {done?.code ? (
          <div role="status">
            <p>{t('keep.yourCode')}</p>
            <p className="my-2">
              <Reference large>{done.code}</Reference>
            </p>
            <p>{t('keep.codeWhere', { address: `\u2066${resumeAddress}\u2069` })}</p>
          </div>
        ) : null}
        <p className="my-3">{t('keep.codeText')}</p>
        <PostForm action={hrefOf('keep')}>
          <HiddenFields values={{ intent: 'code' }} />
          <Button look="secondary">{t('keep.codeButton')}</Button>
        </PostForm>
      </Section>
      <Section title={t('keep.mailTitle')}>
        <p className="mb-3">{t('keep.mailText')}</p>
        <PostForm action={hrefOf('keep')}>
          <HiddenFields values={{ intent: 'mail' }} />
          <TextField {...field('email')} label={t('keep.email')} type="email" autoComplete="email" required />
          <Button look="secondary">{t('keep.mailButton')}</Button>
        </PostForm>
      </Section>
      <WhatIsKept date={date} />
      <p className="mt-6">
        <LinkButton href={back}>{t('keep.back')}</LinkButton>
      </p>
    </PublicLayout>
  );
}

function WhatIsKept({ date }: { date: string }) {
  const t = useT('start');
  const { sharedComputer } = useApp();
  return (
    <Section title={t('keep.whatTitle')}>
      <ul className="plain">
        <li>{t('keep.whatServer', { date })}</li>
        <li>{sharedComputer ? t('keep.whatShared') : t('keep.whatBrowser')}</li>
      </ul>
    </Section>
  );
}
