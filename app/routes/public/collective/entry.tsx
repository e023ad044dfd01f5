import { redirect } from 'react-router';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { readPublicPage } from '#app/usecases/collective/queries/public-pages.server.ts';
import { requestOpening } from '#app/usecases/collective/request-code.server.ts';
import { openingSchema } from '#app/usecases/collective/support.schema.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/entry.ts';
import { AddressFields, useAddressLabels } from './address-fields.tsx';
import { FormPage } from './form-page.tsx';
import { PRIVATE_PAGE } from './public-cache.ts';
import { checked, receive, refuseForm } from './receive-form.server.ts';

export const headers = () => PRIVATE_PAGE;

export async function loader({ params }: Route.LoaderArgs) {
  const { slug, title } = await orErrorPage(() => readPublicPage(params.page));
  return { page: { slug, title } };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { values } = await receive(request);
  const profile = activeProfile();
  try {
    const to = checked(openingSchema(profile), values);
    const language = requestLanguage(request, profile);
    const asking = { page: params.page, language, address: clientAddress(request), now: now().toISOString() };
    return redirect(`/collective/${params.page}/code/${await requestOpening({ ...asking, to })}`);
  } catch (error) {
    return refuseForm(error, values);
  }
}

export default function Entry({ loaderData: { page }, actionData }: Route.ComponentProps) {
  const t = useT('collective');
  const { field } = useFormFields(actionData ?? {});
  const labels = useAddressLabels();
  return (
    <FormPage title={t('entry.title')} lead={t('entry.lead')} refused={actionData} {...{ page, labels }}>
      <PostForm>
        <AddressFields field={field} />
        <ButtonRow>
          <Button>{t('form.submit')}</Button>
        </ButtonRow>
      </PostForm>
    </FormPage>
  );
}
