import { WEBHOOK_EVENTS } from '#app/domain/service/webhook-events.ts';
import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { CopyButton } from '#app/ui/button.tsx';
import { CheckboxGroup } from '#app/ui/choice-fields.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { type FormState, useFormFields } from '#app/ui/form-fields.ts';
import { Panel } from '#app/ui/notice.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import type { ShownSecret } from '#app/usecases/service/manage-endpoints.server.ts';
import type { SeenEndpoint } from '#app/usecases/service/queries/desk-channels.server.ts';

/** The key of an event's text: texts have no dots in their names. */
export function eventText(type: string): string {
  return `webhookEvent.${type.replace('.', '-')}`;
}

const TONES = { active: 'good', failing: 'attention', paused: 'neutral', disabled: 'bad' } as const;

export function EndpointState({ state }: Pick<SeenEndpoint, 'state'>) {
  const t = useT('service');
  return <Tag tone={TONES[state]}>{t(`endpoint.state.${state}`)}</Tag>;
}

/** A new secret, this once. */
export function SecretShown({ shown: { endpointId, secret } }: { readonly shown: ShownSecret }) {
  const t = useT('service');
  return (
    <Panel title={t('channels.secretTitle')}>
      <p>{t('channels.secretShown')}</p>
      <p>
        <code className="break-all" dir="ltr">
          {secret}
        </code>
      </p>
      <p>
        <CopyButton text={secret}>{t('channels.copy')}</CopyButton>
      </p>
      <p>
        <a href={`/operator/settings/channels/${endpointId}`}>{t('channels.onward')}</a>
      </p>
    </Panel>
  );
}

/** Where an endpoint is and what it hears; the events all ticked for a new one. */
export function EndpointFields(state: Partial<FormState>) {
  const t = useT('service');
  const { field, list } = useFormFields({
    values: state.values ?? { events: WEBHOOK_EVENTS },
    errors: state.errors,
  });
  return (
    <>
      <TextField
        {...field('url')}
        label={t('channels.address')}
        hint={t('channels.addressHint')}
        type="url"
        dir="ltr"
        required
      />
      <TextField {...field('description')} label={t('channels.description')} maxLength={100} />
      <CheckboxGroup
        {...list('events')}
        label={t('channels.events')}
        hint={t('channels.eventsHint')}
        required
        options={WEBHOOK_EVENTS.map(value => ({ value, label: t(eventText(value)) }))}
      />
    </>
  );
}

export function EndpointTable({ endpoints }: { readonly endpoints: readonly SeenEndpoint[] }) {
  const t = useT('service');
  const { language, timeZone } = useApp();
  return (
    <DataTable
      stack
      id="endpoints"
      caption={t('channels.endpoints')}
      captionHidden
      rows={endpoints}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/operator/settings/channels/${id}`}
      empty={t('channels.noEndpoints')}
      columns={[
        {
          key: 'url',
          header: t('channels.address'),
          rowHeader: true,
          cell: ({ id, url, description }) => (
            <>
              <a href={`/operator/settings/channels/${id}`} className="break-all">
                <bdi dir="ltr">{url}</bdi>
              </a>
              {description === '' ? null : <p className="text-sm">{description}</p>}
            </>
          ),
        },
        { key: 'state', header: t('channels.state'), cell: row => <EndpointState state={row.state} /> },
        {
          key: 'success',
          header: t('channels.lastSuccess'),
          cell: ({ lastSuccessAt }) =>
            lastSuccessAt === null ? t('channels.never') : formatDateTime(lastSuccessAt, language, timeZone),
        },
        {
          key: 'dead',
          header: t('channels.deadLetters'),
          numeric: true,
          cell: ({ deadLetters }) => deadLetters,
        },
      ]}
    />
  );
}
