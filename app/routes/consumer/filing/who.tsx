import { COMPANY_NUMBER_EXAMPLES } from '#app/domain/profile/company-number.ts';
import type { Track } from '#app/domain/taxonomy/definition.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { RadioGroup } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { Notice } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { nextStepOf } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { openDraft } from '#app/usecases/complaints/drafts/open-draft.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/who.ts';
import { NoDeviceCopy } from './device-copy.tsx';
import { filingMode } from './filing-mode.tsx';
import { Resume } from './resume-notice.tsx';
import { ContinueButton, StepPage } from './step-page.tsx';
import { hrefOf } from './step-paths.ts';
import { answerStep, NO_STORE, stepData, visitOf } from './steps.server.ts';

/** Who files here without an account, in the order in which it is offered. */
const PUBLIC_TRACKS = ['consumer', 'business', 'collective'] as const satisfies readonly Track[];

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const { token, now, language } = await visitOf(request);
  const draft = token === null ? null : await openDraft(token, now);
  const profile = activeProfile();
  const open = draft !== null && draft.filedCaseId === null ? draft : null;
  return {
    ...(open ? filingMode(open) : { filer: null }),
    numberExample: COMPANY_NUMBER_EXAMPLES[profile.id],
    // A dispute between operators is filed by one that has signed in.
    disputes: profile.categories.includes('interconnection'),
    emergencyNote: profile.emergencyNote?.[language],
    deleted: new URL(request.url).searchParams.has('deleted'),
    resume: open && { href: hrefOf(nextStepOf(open.answers)), expiresAt: open.expiresAt.toISOString() },
    values: open ? stepData({ draft: open }, 'who').values : {},
  };
}

export function action({ request }: Route.ActionArgs) {
  return answerStep(request, { step: 'who' });
}

export default function Who({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('filing');
  const { resume, deleted, emergencyNote, disputes, numberExample, filer } = loaderData;
  const tracks: readonly Track[] = filer?.kind === 'operator' ? ['wholesale'] : PUBLIC_TRACKS;
  const errors = actionData?.errors;
  const profile = useApp().profile;
  const { field } = useFormFields({ values: actionData?.values ?? loaderData.values, errors });
  const labels = {
    track: t('who.track'),
    organisationName: t('who.organisationName'),
    organisationNumber: t(`tracks:companyNumber.${profile}`),
  };
  return (
    <StepPage step="who" title={t('who.title')} lead={t('who.lead')} errors={errors} labels={labels}>
      {deleted ? (
        <Notice kind="success" live title={t('delete.done')}>
          <NoDeviceCopy />
        </Notice>
      ) : null}
      {resume && filer === null ? <Resume {...resume} /> : null}
      {emergencyNote ? <Notice kind="warning">{emergencyNote}</Notice> : null}
      <PostForm>
        <RadioGroup
          {...field('track')}
          label={t('who.track')}
          required
          options={tracks.map(track => ({
            value: track,
            label: t(`taxonomy:track.${track}.label`),
            hint: t(`taxonomy:track.${track}.description`),
          }))}
        />
        <TextField
          {...field('organisationName')}
          label={t('who.organisationName')}
          hint={t('who.organisationNameHint')}
          autoComplete="organization"
          showIf="track=business|collective|wholesale"
        />
        <TextField
          {...field('organisationNumber')}
          label={t(`tracks:companyNumber.${profile}`)}
          hint={t('tracks:companyNumber.hint', { example: numberExample })}
          dir="ltr"
          width="medium"
          showIf="track=business"
        />
        <ContinueButton />
      </PostForm>
      {disputes && filer === null ? (
        <p className="mt-6">
          <a href="/operator/disputes/new">{t('tracks:who.operators')}</a>
        </p>
      ) : null}
      <p className="muted mt-6 text-[0.9375rem]">{t('draft.hint')}</p>
    </StepPage>
  );
}
