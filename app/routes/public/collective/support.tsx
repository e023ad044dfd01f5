import { randomUUID } from 'node:crypto';
import { redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { orErrorPage, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { MoneyField } from '#app/ui/money-field.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';
import { readPublicPage } from '#app/usecases/collective/queries/public-pages.server.ts';
import { requestSupport } from '#app/usecases/collective/request-code.server.ts';
import { LOSS_TEXT_LENGTH, supportSchema } from '#app/usecases/collective/support.schema.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/support.ts';
import { AddressFields, useAddressLabels } from './address-fields.tsx';
import { FormPage, TrapField } from './form-page.tsx';
import { PRIVATE_PAGE } from './public-cache.ts';
import { checked, receive, refuseForm } from './receive-form.server.ts';

export const headers = () => PRIVATE_PAGE;

export async function loader({ params }: Route.LoaderArgs) {
  const { slug, title, operator, open } = await orErrorPage(() => readPublicPage(params.page));
  if (!open) toErrorPage(new AppError('support-closed'));
  return { page: { slug, title }, operator };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { values, trapped } = await receive(request);
  const profile = activeProfile();
  const to = (requestId: string) => redirect(`/collective/${params.page}/code/${requestId}`);
  // A program gets the answer that a person gets, and no code is sent.
  if (trapped) return to(randomUUID());
  try {
    const form = checked(supportSchema(profile), values);
    const language = requestLanguage(request, profile);
    const asking = { page: params.page, language, address: clientAddress(request), now: now().toISOString() };
    return to(await requestSupport({ ...asking, form }));
  } catch (error) {
    return refuseForm(error, values);
  }
}

export default function Support({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('collective');
  const { page, operator } = loaderData;
  const { field, ticked } = useFormFields(actionData ?? {});
  const labels = {
    ...useAddressLabels(),
    name: t('form.name'),
    lineNumber: t('form.line', { operator }),
    loss: t('form.loss'),
    lossText: t('form.lossText'),
    consent: t('form.consent'),
  };
  return (
    <FormPage title={t('form.title')} lead={t('form.lead')} refused={actionData} {...{ page, labels }}>
      <PostForm>
        <TrapField name="website" />
        <AddressFields field={field} />
        <TextField
          {...field('name')}
          label={labels.name}
          hint={t('form.nameHint')}
          autoComplete="name"
          width="medium"
        />
        <TextField
          {...field('lineNumber')}
          label={labels.lineNumber}
          hint={t('form.lineHint')}
          type="tel"
          width="medium"
        />
        <Section title={t('form.lossTitle')}>
          <MoneyField {...field('loss')} label={labels.loss} hint={t('form.lossHint')} />
          <TextArea {...field('lossText')} label={labels.lossText} rows={3} maxLength={LOSS_TEXT_LENGTH} />
        </Section>
        <Checkbox {...ticked('consent')} label={labels.consent} required />
        <ButtonRow>
          <Button>{t('form.submit')}</Button>
        </ButtonRow>
      </PostForm>
    </FormPage>
  );
}
