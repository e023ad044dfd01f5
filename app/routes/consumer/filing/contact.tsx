import { LANGUAGES } from '#app/domain/shared/language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Checkbox, SelectField } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { TextField } from '#app/ui/text-fields.tsx';
import type { Route } from './+types/contact.ts';
import { ContinueButton, StepPage } from './step-page.tsx';
import { answerStep, NO_STORE, openStep, stepData } from './steps.server.ts';

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const opened = await openStep(request, 'contact');
  const { values, expiresAt } = stepData(opened, 'contact');
  return { expiresAt, values: { ...values, language: values.language ?? opened.language } };
}

export function action({ request }: Route.ActionArgs) {
  return answerStep(request, { step: 'contact' });
}

export default function Contact({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('filing');
  const { regulator } = useApp();
  const errors = actionData?.errors;
  const { field, ticked } = useFormFields({ values: actionData?.values ?? loaderData.values, errors });
  const labels = {
    name: t('contact.name'),
    email: t('contact.email'),
    phone: t('contact.phone'),
    notifyBySms: t('contact.notifyBySms'),
    language: t('contact.language'),
    consentToPublish: t('contact.consent'),
  };
  return (
    <StepPage
      step="contact"
      title={t('contact.title')}
      lead={t('contact.lead', { regulator })}
      errors={errors}
      labels={labels}
      expiresAt={loaderData.expiresAt}
    >
      <PostForm>
        <TextField {...field('name')} label={labels.name} required autoComplete="name" />
        <TextField
          {...field('email')}
          label={labels.email}
          hint={t('contact.emailHint')}
          type="email"
          autoComplete="email"
        />
        <TextField {...field('phone')} label={labels.phone} type="tel" autoComplete="tel" width="medium" />
        <Checkbox {...ticked('notifyBySms')} label={labels.notifyBySms} hint={t('contact.notifyBySmsHint')} />
        <SelectField
          {...field('language')}
          label={labels.language}
          required
          empty={false}
          options={LANGUAGES.map(value => ({ value, label: t(`common:language.${value}`) }))}
        />
        <Checkbox
          {...ticked('consentToPublish')}
          label={labels.consentToPublish}
          hint={t('contact.consentHint')}
        />
        <ContinueButton />
      </PostForm>
    </StepPage>
  );
}
