import { data, redirect } from 'react-router';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { orErrorPage, refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { CheckboxGroup, SelectField } from '#app/ui/choice-fields.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { Notice } from '#app/ui/notice.tsx';
import {
  chooseNotifications,
  type NotificationSettings,
  readNotificationSettings,
} from '#app/usecases/notifications/choose-notifications.server.ts';
import type { Route } from './+types/notifications.ts';
import { CasePart } from './case-part.tsx';
import { PRIVATE_PAGE, requireComplainant } from './open-case.server.ts';

export const headers = () => PRIVATE_PAGE;

export async function loader({ request }: Route.LoaderArgs) {
  const actor = await requireComplainant(request);
  const settings = await orErrorPage(() => readNotificationSettings(actor));
  return data(settings, { headers: PRIVATE_PAGE });
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const actor = await requireComplainant(request);
  const values = formValues(await readForm(request));
  try {
    await chooseNotifications(actor, values);
  } catch (error) {
    return refuse(error, values);
  }
  throw redirect('/track/case?done=notifications');
}

function useChannels({ email, phone, offersSms }: NotificationSettings) {
  const t = useT('notes');
  const phoneOrNone = phone === null ? t('choice.noPhone') : <bdi dir="ltr">{phone}</bdi>;
  return [
    { value: 'mail', label: t('choice.mail'), hint: email ?? t('choice.noEmail'), disabled: email === null },
    {
      value: 'sms',
      label: t('choice.sms'),
      hint: offersSms ? phoneOrNone : t('choice.smsOff'),
      disabled: phone === null || !offersSms,
    },
  ];
}

/** What is chosen: after a stop nothing is, until something is saved again. */
function chosenIn({ byMail, bySms, stopped, language, email, phone }: NotificationSettings) {
  const mail = byMail && email !== null ? ['mail'] : [];
  const sms = bySms && phone !== null ? ['sms'] : [];
  return { language, channels: stopped ? [] : [...mail, ...sms] };
}

export default function Notifications({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('notes');
  const { reference, stopped } = loaderData;
  const { field, list } = useFormFields({
    values: actionData?.values ?? chosenIn(loaderData),
    errors: actionData?.errors,
  });
  const labels = { channels: t('choice.channels'), language: t('choice.language') };
  return (
    <CasePart reference={reference} title={t('choice.title')} lead={t('choice.lead')}>
      <ErrorSummary errors={actionData?.errors} labels={labels} />
      {stopped ? <Notice kind="warning">{t('choice.stopped')}</Notice> : null}
      <PostForm>
        <CheckboxGroup
          {...list('channels')}
          label={labels.channels}
          hint={t('choice.channelsHint')}
          options={useChannels(loaderData)}
          required
        />
        <p className="mb-6">
          <a href="/track/case/my-data">{t('choice.addAddress')}</a>
        </p>
        <SelectField
          {...field('language')}
          label={labels.language}
          required
          empty={false}
          options={LANGUAGES.map(value => ({ value, label: t(`common:language.${value}`) }))}
        />
        <ButtonRow>
          <Button>{t('choice.submit')}</Button>
          <LinkButton href="/track/case" look="secondary">
            {t('track:command.cancel')}
          </LinkButton>
        </ButtonRow>
      </PostForm>
    </CasePart>
  );
}
