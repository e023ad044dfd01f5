import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStepUp } from '#app/platform/session/step-up.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { Details, Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { deskEndpoint, type SeenEndpoint } from '#app/usecases/service/queries/desk-channels.server.ts';
import { webhookLog } from '#app/usecases/service/queries/webhook-log.server.ts';
import { nameOf, PRIVATE_PAGE } from '../../operator-page.tsx';
import { requireDeskAdministrator } from '../require-desk-administrator.server.ts';
import { SettingsPage } from '../settings-page.tsx';
import type { Route } from './+types/endpoint.ts';
import { ENDPOINT_DONE, giveEndpointCommand } from './endpoint-command.server.ts';
import { EndpointFields, EndpointState, SecretShown } from './endpoint-parts.tsx';
import { MessageLog } from './message-log.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request, params: { id } }: Route.LoaderArgs) {
  const staff = await requireDeskAdministrator(request);
  const wanted = new URL(request.url).searchParams.get('done');
  return orErrorPage(async () => ({
    staff: nameOf(staff),
    endpoint: await deskEndpoint(staff, id, now().toISOString()),
    messages: await webhookLog(staff, id),
    done: ENDPOINT_DONE.find(done => done === wanted) ?? null,
  }));
}

export async function action({ request, params: { id } }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const actor = await requireDeskAdministrator(request);
  await requireStepUp(request);
  return giveEndpointCommand({ request, actor, endpointId: id, now: now().toISOString() });
}

export default function Endpoint({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('service');
  const { staff, endpoint, messages, done } = loaderData;
  const refused = actionData !== undefined && 'errors' in actionData ? actionData : undefined;
  const shown = actionData !== undefined && 'shown' in actionData ? actionData.shown : null;
  const { url, description, events } = endpoint;
  return (
    <SettingsPage staff={staff} current="channels">
      <p>
        <a href="/operator/settings/channels">{t('endpoint.back')}</a>
      </p>
      <ErrorSummary
        errors={refused?.errors}
        labels={{ url: t('channels.address'), events: t('channels.events') }}
      />
      {done === null || actionData !== undefined ? null : (
        <Notice kind="success" live>
          <p>{t(`endpoint.done.${done}`)}</p>
        </Notice>
      )}
      {shown === null ? null : <SecretShown shown={shown} />}
      {endpoint.state === 'disabled' ? <Notice kind="error">{t('endpoint.disabledText')}</Notice> : null}
      <Section title={t('endpoint.title')}>
        <Standing endpoint={endpoint} />
        <Commands endpoint={endpoint} />
        <Details summary={t('endpoint.change')} open={refused !== undefined}>
          <PostForm>
            <HiddenFields values={{ intent: 'change' }} />
            <EndpointFields
              values={refused?.values ?? { url, description, events }}
              errors={refused?.errors}
            />
            <Button>{t('channels.save')}</Button>
          </PostForm>
        </Details>
      </Section>
      <Section title={t('endpoint.log')}>
        <MessageLog messages={messages} />
      </Section>
    </SettingsPage>
  );
}

function Standing({ endpoint }: { readonly endpoint: SeenEndpoint }) {
  const t = useT('service');
  const { language, timeZone } = useApp();
  const { url, description, state, lastSuccessAt, deadLetters, overlapUntil } = endpoint;
  const moment = (at: string) => formatDateTime(at, language, timeZone);
  return (
    <>
      <DefinitionList
        dense
        items={[
          {
            term: t('channels.address'),
            value: (
              <bdi dir="ltr" className="break-all">
                {url}
              </bdi>
            ),
          },
          { term: t('channels.description'), value: description === '' ? null : description },
          { term: t('channels.state'), value: <EndpointState state={state} /> },
          {
            term: t('channels.lastSuccess'),
            value: lastSuccessAt === null ? t('channels.never') : moment(lastSuccessAt),
          },
          { term: t('channels.deadLetters'), value: deadLetters },
        ]}
      />
      {overlapUntil === null ? null : <p>{t('endpoint.overlap', { at: moment(overlapUntil) })}</p>}
    </>
  );
}

function Commands({ endpoint: { state, deadLetters } }: { readonly endpoint: SeenEndpoint }) {
  const t = useT('service');
  const isOn = state === 'active' || state === 'failing';
  return (
    <PostForm inline>
      <Button small look="secondary" name="intent" value="ping" disabled={!isOn}>
        {t('endpoint.ping')}
      </Button>
      {isOn ? (
        <Button small look="secondary" name="intent" value="pause">
          {t('endpoint.pause')}
        </Button>
      ) : (
        <Button small name="intent" value="resume">
          {t('endpoint.resume')}
        </Button>
      )}
      {deadLetters === 0 ? null : (
        <Button small look="secondary" name="intent" value="replay-all">
          {t('endpoint.replayAll')}
        </Button>
      )}
      <Button small look="secondary" name="intent" value="rotate" confirm={t('endpoint.rotateAsk')}>
        {t('endpoint.rotate')}
      </Button>
      <Button small look="danger" name="intent" value="remove" confirm={t('endpoint.removeAsk')}>
        {t('endpoint.remove')}
      </Button>
    </PostForm>
  );
}
