import { redirect } from 'react-router';
import { CONSENT_MANNERS, HELP_CHANNELS } from '#app/domain/case/filing-help.ts';
import { localMinuteOf } from '#app/domain/shared/plain-date.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { keepStaffDraft } from '#app/platform/session/staff-draft.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, RadioGroup } from '#app/ui/choice-fields.tsx';
import { DateTimeField } from '#app/ui/date-fields.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { PageTitle } from '#app/ui/page-title.tsx';
import { assistanceSchema } from '#app/usecases/complaints/drafts/begin-assisted-draft.schema.ts';
import { beginStaffDraft } from '#app/usecases/complaints/drafts/begin-staff-draft.server.ts';
import { checked } from '#app/usecases/complaints/officer-commands.schema.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/file.ts';
import { RegulatorFrame } from './frame.tsx';

const FIRST_PAGE = '/complaint/new';

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'filing-help');
  const profile = activeProfile();
  return {
    viewer: { name: staff.name, role: staff.role },
    values: {
      consentAt: localMinuteOf(now().toISOString(), profile.timeZone),
      language: requestLanguage(request, profile),
    },
  };
}

/** Begins a complaint in somebody's name and leads into the pages that everybody fills in. */
export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'filing-help');
  const instant = now().toISOString();
  const typed = formValues(await readForm(request));
  try {
    const stated = checked(assistanceSchema({ profile: activeProfile(), now: instant }), typed);
    const { channel, consent, consentAt, language } = stated;
    const filer = {
      kind: 'officer' as const,
      staffId: staff.id,
      name: staff.name,
      ...{ channel, consent, consentAt },
    };
    const draft = await beginStaffDraft({ filer, answers: {}, language, now: instant });
    const headers = { 'Set-Cookie': await keepStaffDraft(staff, draft.token, draft.expiresAt) };
    return redirect(FIRST_PAGE, { status: 303, headers });
  } catch (error) {
    return refuse(error, typed);
  }
}

const FIELDS = ['channel', 'language', 'consent', 'consentAt', 'informed'] as const;

export default function FileForSomebody({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('assisted');
  const { languages } = useApp();
  const { errors } = actionData ?? {};
  const { field, ticked } = useFormFields({ values: actionData?.values ?? loaderData.values, errors });
  const options = (keys: readonly string[], prefix: string) =>
    keys.map(value => ({ value, label: t(`${prefix}.${value}`) }));
  return (
    <RegulatorFrame viewer={loaderData.viewer} current="file">
      <ErrorSummary
        errors={errors}
        labels={Object.fromEntries(FIELDS.map(key => [key, t(`field.${key}`)]))}
      />
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <PostForm>
        <div className="grid gap-x-10 md:grid-cols-2">
          <RadioGroup
            {...field('channel')}
            label={t('field.channel')}
            options={options(HELP_CHANNELS, 'tracks:channel')}
            required
          />
          <RadioGroup
            {...field('language')}
            label={t('field.language')}
            options={options(languages, 'common:language')}
            required
          />
          <RadioGroup
            {...field('consent')}
            label={t('field.consent')}
            hint={t('field.consentHint')}
            options={options(CONSENT_MANNERS, 'tracks:consent')}
            required
          />
          <DateTimeField {...field('consentAt')} label={t('field.consentAt')} required />
        </div>
        <Checkbox {...ticked('informed')} label={t('field.informed')} />
        <Button>{t('begin')}</Button>
      </PostForm>
    </RegulatorFrame>
  );
}
