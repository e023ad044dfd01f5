import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Details, Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { deskChannels } from '#app/usecases/service/queries/desk-channels.server.ts';
import { nameOf, PRIVATE_PAGE } from '../../operator-page.tsx';
import { requireDeskAdministrator } from '../require-desk-administrator.server.ts';
import { SettingsPage } from '../settings-page.tsx';
import type { Route } from './+types/channels.ts';
import { giveChannelCommand } from './channel-command.server.ts';
import { EndpointFields, EndpointTable, SecretShown } from './endpoint-parts.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireDeskAdministrator(request);
  return { staff: nameOf(staff), ...(await deskChannels(staff, now().toISOString())) };
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const actor = await requireDeskAdministrator(request);
  await requireStepUp(request);
  return giveChannelCommand({ request, actor, now: now().toISOString() });
}

export default function Channels({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('service');
  const { staff, deskEmail, endpoints } = loaderData;
  const refused = actionData !== undefined && 'errors' in actionData ? actionData : undefined;
  const done = actionData !== undefined && 'shown' in actionData ? actionData : null;
  const labels = {
    deskEmail: t('channels.mailAddress'),
    url: t('channels.address'),
    events: t('channels.events'),
  };
  const { field } = useFormFields({
    values: refused?.values ?? { deskEmail: deskEmail ?? '' },
    errors: refused?.errors,
  });
  return (
    <SettingsPage staff={staff} current="channels">
      <p className="lead">{t('channels.lead')}</p>
      <ErrorSummary errors={refused?.errors} labels={labels} />
      {done === null ? null : (
        <Notice kind="success" live>
          <p>{t('channels.saved')}</p>
        </Notice>
      )}
      {done?.shown ? <SecretShown shown={done.shown} /> : null}
      <Section title={t('channels.mail')}>
        <PostForm>
          <HiddenFields values={{ intent: 'address' }} />
          <TextField
            {...field('deskEmail')}
            label={t('channels.mailAddress')}
            hint={t('channels.mailHint')}
            type="email"
            dir="ltr"
          />
          <Button look="secondary">{t('channels.save')}</Button>
        </PostForm>
      </Section>
      <Section title={t('channels.endpoints')}>
        <p>{t('channels.endpointsLead')}</p>
        <EndpointTable endpoints={endpoints} />
        <Details summary={t('channels.add')} open={refused?.values.intent === 'add'}>
          <PostForm>
            <HiddenFields values={{ intent: 'add' }} />
            <EndpointFields values={refused?.values} errors={refused?.errors} />
            <Button>{t('channels.add')}</Button>
          </PostForm>
        </Details>
      </Section>
    </SettingsPage>
  );
}
