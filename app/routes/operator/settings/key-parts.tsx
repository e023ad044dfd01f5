import { API_SCOPES } from '#app/domain/access/api-scopes.ts';
import { formatDate, formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import type { Refused } from '#app/platform/http/refusal.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button, ButtonRow, CopyButton } from '#app/ui/button.tsx';
import { CheckboxGroup, RadioGroup, SelectField } from '#app/ui/choice-fields.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Panel } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { KEY_KINDS, KEY_LIFETIMES } from '#app/usecases/api-keys/api-key.schema.ts';
import type { ShownKey } from '#app/usecases/api-keys/make-key.server.ts';
import type { ListedKey, ListedUse } from '#app/usecases/api-keys/queries/keys-of-operator.server.ts';

/** A new key, this once. */
export function ShownOnce({ shown: { name, text } }: { shown: ShownKey }) {
  const t = useT('api');
  return (
    <Panel title={t('keys.shown', { name })}>
      <p>{t('keys.shownOnce')}</p>
      <p className="my-4">
        <code className="break-all" dir="ltr">
          {text}
        </code>
      </p>
      <CopyButton text={text}>{t('keys.copy')}</CopyButton>
    </Panel>
  );
}

const TONES = { usable: 'good', replaced: 'attention', expired: 'neutral', revoked: 'neutral' } as const;

function KeyCommands({ id, name, standing }: ListedKey) {
  const t = useT('api');
  if (standing !== 'usable' && standing !== 'replaced') return null;
  return (
    <div className="relative">
      <PostForm inline>
        <HiddenFields values={{ keyId: id }} />
        {standing === 'usable' ? (
          <Button
            small
            look="secondary"
            name="intent"
            value="rotate"
            confirm={t('keys.rotateSure', { name })}
          >
            {t('keys.rotate')}
            <span className="sr-only"> {name}</span>
          </Button>
        ) : null}
        <Button small look="danger" name="intent" value="revoke" confirm={t('keys.revokeSure', { name })}>
          {t('keys.revoke')}
          <span className="sr-only"> {name}</span>
        </Button>
      </PostForm>
    </div>
  );
}

function LastUse({ lastUsedAt, lastUsedAddress }: ListedKey) {
  const t = useT('api');
  const { language, timeZone } = useApp();
  if (lastUsedAt === null) return <span className="muted">{t('keys.neverUsed')}</span>;
  return (
    <>
      {formatDateTime(lastUsedAt, language, timeZone)}
      <br />
      <bdi dir="ltr" className="muted">
        {lastUsedAddress}
      </bdi>
    </>
  );
}

function KeyName({ name, kind, prefix }: ListedKey) {
  const t = useT('api');
  return (
    <>
      <bdi>{name}</bdi> <Tag tone={kind === 'live' ? 'accent' : 'neutral'}>{t(`keys.kindTag.${kind}`)}</Tag>
      <br />
      <code dir="ltr">{prefix}…</code>
    </>
  );
}

export function KeyTable({ keys }: { keys: readonly ListedKey[] }) {
  const t = useT('api');
  const { language, timeZone } = useApp();
  return (
    <DataTable
      stack
      id="keys"
      caption={t('keys.caption')}
      rows={keys}
      rowKey={({ id }) => id}
      empty={t('keys.none')}
      columns={[
        { key: 'name', header: t('keys.name'), cell: key => <KeyName {...key} />, rowHeader: true },
        {
          key: 'scopes',
          header: t('keys.scopes'),
          cell: ({ scopes }) => scopes.map(scope => t(`keys.scope.${scope.replace(':', '-')}`)).join(', '),
        },
        { key: 'used', header: t('keys.lastUse'), cell: key => <LastUse {...key} /> },
        {
          key: 'expires',
          header: t('keys.expires'),
          cell: ({ expiresAt }) => formatDate(expiresAt, language, timeZone, 'medium'),
          tight: true,
        },
        {
          key: 'standing',
          header: t('keys.standing'),
          cell: ({ standing }) => <Tag tone={TONES[standing]}>{t(`keys.standings.${standing}`)}</Tag>,
          tight: true,
        },
        { key: 'commands', header: t('keys.commands'), cell: key => <KeyCommands {...key} /> },
      ]}
    />
  );
}

export function NewKey({ refused }: { refused: Refused | undefined }) {
  const t = useT('api');
  const { field, list } = useFormFields(refused ?? {});
  return (
    <Section title={t('keys.make')} id="make">
      <PostForm>
        <HiddenFields values={{ intent: 'make' }} />
        <TextField
          {...field('name')}
          label={t('keys.name')}
          hint={t('keys.nameHint')}
          required
          maxLength={60}
          width="medium"
        />
        <RadioGroup
          {...field('kind')}
          label={t('keys.kind')}
          required
          options={KEY_KINDS.map(value => ({
            value,
            label: t(`keys.kinds.${value}`),
            hint: t(`keys.kindHint.${value}`),
          }))}
        />
        <CheckboxGroup
          {...list('scopes')}
          label={t('keys.scopes')}
          required
          options={API_SCOPES.map(scope => ({
            value: scope,
            label: t(`keys.scope.${scope.replace(':', '-')}`),
          }))}
        />
        <SelectField
          {...field('days')}
          label={t('keys.days')}
          required
          options={KEY_LIFETIMES.map(value => ({
            value,
            label: t('keys.lifetime', { count: Number(value) }),
          }))}
        />
        <ButtonRow>
          <Button>{t('keys.makeIt')}</Button>
        </ButtonRow>
      </PostForm>
    </Section>
  );
}

export function SandboxPart() {
  const t = useT('api');
  return (
    <Section title={t('keys.sandbox')} id="sandbox">
      <p className="mb-4">{t('keys.sandboxLead')}</p>
      <PostForm>
        <HiddenFields values={{ intent: 'refill' }} />
        <Button look="secondary">{t('keys.refill')}</Button>
      </PostForm>
    </Section>
  );
}

export function UseTable({ uses }: { uses: readonly ListedUse[] }) {
  const t = useT('api');
  const { language, timeZone } = useApp();
  return (
    <Section title={t('keys.log')} id="log">
      <DataTable
        stack
        id="uses"
        caption={t('keys.logLead')}
        rows={uses}
        rowKey={({ id }) => id}
        empty={t('keys.logEmpty')}
        columns={[
          {
            key: 'at',
            header: t('keys.logAt'),
            cell: ({ at }) => formatDateTime(at, language, timeZone),
            tight: true,
          },
          { key: 'key', header: t('keys.logKey'), cell: ({ keyName }) => <bdi>{keyName}</bdi> },
          {
            key: 'operation',
            header: t('keys.logOperation'),
            cell: ({ operation }) => <code dir="ltr">{operation}</code>,
          },
          {
            key: 'reference',
            header: t('keys.logAbout'),
            cell: ({ reference }) => (reference === null ? null : <bdi dir="ltr">{reference}</bdi>),
          },
          { key: 'status', header: t('keys.logStatus'), cell: ({ status }) => status, numeric: true },
          {
            key: 'address',
            header: t('keys.logAddress'),
            cell: ({ address }) => <bdi dir="ltr">{address}</bdi>,
          },
        ]}
      />
    </Section>
  );
}
