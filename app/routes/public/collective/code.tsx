import { redirect } from 'react-router';
import { Temporal } from 'temporal-polyfill';
import { CODE_MINUTES } from '#app/domain/collective/support.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { supporterCookie } from '#app/platform/session/cookies.server.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { TextField } from '#app/ui/text-fields.tsx';
import { confirmCode } from '#app/usecases/collective/confirm-code.server.ts';
import { readPublicPage } from '#app/usecases/collective/queries/public-pages.server.ts';
import { TypedCode } from '#app/usecases/collective/support.schema.ts';
import type { Route } from './+types/code.ts';
import { FormPage } from './form-page.tsx';
import { PRIVATE_PAGE } from './public-cache.ts';
import { checked, receive, refuseForm } from './receive-form.server.ts';

/** Afterwards another code is asked for: telephones are shared. */
const ENTRY_MINUTES = 30;

export const headers = () => PRIVATE_PAGE;

/** Whether there is such a request is not looked up: the page is the same for all. */
export async function loader({ params }: Route.LoaderArgs) {
  const { slug, title } = await orErrorPage(() => readPublicPage(params.page));
  return { page: { slug, title } };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { values } = await receive(request);
  const instant = now().toISOString();
  try {
    const { code } = checked(TypedCode, values);
    const { supporterId } = await confirmCode({
      page: params.page,
      requestId: params.request,
      code,
      address: clientAddress(request),
      now: instant,
    });
    const until = Temporal.Instant.from(instant).add({ minutes: ENTRY_MINUTES });
    const cookie =
      supporterId === null
        ? await supporterCookie.clear()
        : await supporterCookie.set(supporterId, new Date(until.epochMilliseconds));
    return redirect(`/collective/${params.page}/mine`, { headers: { 'Set-Cookie': cookie } });
  } catch (error) {
    // The code is typed anew, never shown again.
    return refuseForm(error, {});
  }
}

export default function Code({ loaderData: { page }, actionData }: Route.ComponentProps) {
  const t = useT('collective');
  const { field } = useFormFields(actionData ?? {});
  const labels = { code: t('code.code') };
  const lead = t('code.lead', { minutes: CODE_MINUTES });
  return (
    <FormPage title={t('code.title')} refused={actionData} {...{ page, labels, lead }}>
      <PostForm>
        <TextField
          {...field('code')}
          label={labels.code}
          autoComplete="one-time-code"
          inputMode="numeric"
          dir="ltr"
          width="short"
          required
        />
        <ButtonRow>
          <Button>{t('code.submit')}</Button>
        </ButtonRow>
      </PostForm>
      <p className="mt-4">
        <a href={`/collective/${page.slug}/support`}>{t('code.again')}</a>
      </p>
    </FormPage>
  );
}
