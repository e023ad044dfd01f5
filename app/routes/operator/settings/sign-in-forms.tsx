import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, RadioGroup } from '#app/ui/choice-fields.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { type FormState, useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import type { MailDomain, SignInSettings } from '#app/usecases/single-sign-on/sign-in-settings.server.ts';

interface Answered {
  readonly errors: FieldErrors | undefined;
  readonly values: FormState['values'];
}

function DomainTable({ domains }: { domains: readonly MailDomain[] }) {
  const t = useT('sso');
  return (
    <DataTable
      stack
      id="domains"
      caption={t('domains.title')}
      captionHidden
      rows={domains}
      rowKey={({ domain }) => domain}
      empty={t('domains.none')}
      columns={[
        {
          key: 'domain',
          header: t('domains.domain'),
          cell: ({ domain }) => <bdi dir="ltr">{domain}</bdi>,
          rowHeader: true,
        },
        {
          key: 'state',
          header: t('domains.state'),
          cell: ({ approved }) => (
            <Tag tone={approved ? 'good' : 'attention'}>
              {t(approved ? 'domains.approved' : 'domains.waiting')}
            </Tag>
          ),
        },
        {
          key: 'remove',
          header: <span className="sr-only">{t('domains.remove')}</span>,
          tight: true,
          cell: ({ domain }) => (
            <PostForm confirm={t('domains.removeQuestion', { domain })}>
              <HiddenFields values={{ intent: 'remove-domain', domain }} />
              <Button look="secondary" small>
                {t('domains.remove')} <span className="sr-only">{domain}</span>
              </Button>
            </PostForm>
          ),
        },
      ]}
    />
  );
}

/** Mail domains for which the operator's provider may vouch. */
export function DomainSettings({ domains, errors, values }: Answered & { domains: readonly MailDomain[] }) {
  const t = useT('sso');
  const { field } = useFormFields({ values, errors });
  return (
    <Section title={t('domains.title')}>
      <p>{t('domains.text')}</p>
      <DomainTable domains={domains} />
      <PostForm inline>
        <HiddenFields values={{ intent: 'add-domain' }} />
        <TextField
          {...field('domain')}
          label={t('domains.domain')}
          placeholder="example.org"
          dir="ltr"
          required
        />
        <Button look="secondary">{t('domains.ask')}</Button>
      </PostForm>
    </Section>
  );
}

function RoleFields({ settings, errors, values }: Answered & { settings: SignInSettings }) {
  const t = useT('sso');
  const { roleClaim, agents, approvers, administrators } = settings;
  const { field } = useFormFields({
    values: { roleClaim, agents, approvers, administrators, ...values },
    errors,
  });
  return (
    <fieldset>
      <legend className="mb-3">
        <h3>{t('roles.title')}</h3>
      </legend>
      <TextField {...field('roleClaim')} label={t('roles.claim')} hint={t('roles.claimHint')} dir="ltr" />
      <TextField
        {...field('agents')}
        label={t('people:deskRole.agent')}
        hint={t('roles.valuesHint')}
        dir="ltr"
      />
      <TextField {...field('approvers')} label={t('people:deskRole.approver')} dir="ltr" />
      <TextField {...field('administrators')} label={t('people:deskRole.administrator')} dir="ltr" />
    </fieldset>
  );
}

/** The provider itself, whom it lets in, and whether everybody has to use it. */
export function ProviderSettings({ settings, errors, values }: Answered & { settings: SignInSettings }) {
  const t = useT('sso');
  const { issuer, clientId, hasSecret, admission } = settings;
  const { field } = useFormFields({ values: { issuer, clientId, admission, ...values }, errors });
  const ticked = (name: 'required' | 'enabled') => (values === undefined ? settings[name] : name in values);
  const labels = {
    issuer: t('provider.issuer'),
    clientId: t('provider.clientId'),
    clientSecret: t('provider.secret'),
    admission: t('provider.admission'),
  };
  return (
    <Section title={t('provider.title')}>
      <ErrorSummary errors={errors} labels={{ ...labels, domain: t('domains.domain') }} />
      <Notice>
        {t('provider.callback')} <bdi dir="ltr">{settings.callback}</bdi>
      </Notice>
      <PostForm>
        <HiddenFields values={{ intent: 'save' }} />
        <TextField
          {...field('issuer')}
          label={labels.issuer}
          hint={t('provider.issuerHint')}
          dir="ltr"
          required
        />
        <TextField {...field('clientId')} label={labels.clientId} dir="ltr" required />
        <TextField
          {...field('clientSecret')}
          type="password"
          label={labels.clientSecret}
          hint={hasSecret ? t('provider.secretKept') : undefined}
          autoComplete="new-password"
          required={!hasSecret}
        />
        <RadioGroup
          {...field('admission')}
          label={labels.admission}
          options={[
            { value: 'invited', label: t('provider.invited') },
            { value: 'domain', label: t('provider.domain') },
          ]}
          required
        />
        <RoleFields settings={settings} errors={errors} values={values} />
        <Checkbox name="enabled" label={t('provider.enabled')} defaultChecked={ticked('enabled')} />
        <Checkbox
          name="required"
          label={t('provider.required')}
          hint={t('provider.requiredHint')}
          defaultChecked={ticked('required')}
        />
        <Button>{t('provider.save')}</Button>
      </PostForm>
    </Section>
  );
}
