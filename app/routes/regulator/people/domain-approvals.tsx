import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { MailDomain } from '#app/usecases/single-sign-on/sign-in-settings.server.ts';

interface DomainApprovalsProps {
  readonly domains: readonly MailDomain[];
  readonly operators: readonly { readonly value: string; readonly label: string }[];
  readonly mayChange: boolean;
}

function DomainCommand({
  domain,
  intent,
}: {
  domain: MailDomain;
  intent: 'approve-domain' | 'remove-domain';
}) {
  const t = useT('sso');
  const approve = intent === 'approve-domain';
  return (
    <PostForm {...(!approve && { confirm: t('domains.removeQuestion', { domain: domain.domain }) })}>
      <HiddenFields values={{ intent, operatorId: domain.operatorId, domain: domain.domain }} />
      <Button look={approve ? 'primary' : 'secondary'} small>
        {t(approve ? 'domains.approve' : 'domains.remove')} <span className="sr-only">{domain.domain}</span>
      </Button>
    </PostForm>
  );
}

/** For which addresses an operator's own sign-in may vouch: the regulator decides. */
export function DomainApprovals({ domains, operators, mayChange }: DomainApprovalsProps) {
  const t = useT('sso');
  if (domains.length === 0) return null;
  return (
    <Section title={t('domains.title')} id="domains">
      <p>{t('domains.regulatorText')}</p>
      <DataTable
        stack
        id="domains-table"
        caption={t('domains.title')}
        captionHidden
        rows={domains}
        rowKey={({ operatorId, domain }) => `${operatorId} ${domain}`}
        columns={[
          {
            key: 'domain',
            header: t('domains.domain'),
            cell: ({ domain }) => <bdi dir="ltr">{domain}</bdi>,
            rowHeader: true,
          },
          {
            key: 'operator',
            header: t('people:operator'),
            cell: ({ operatorId }) => (
              <bdi>{operators.find(({ value }) => value === operatorId)?.label ?? operatorId}</bdi>
            ),
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
            key: 'command',
            header: <span className="sr-only">{t('domains.approve')}</span>,
            tight: true,
            cell: domain =>
              mayChange ? (
                <div className="button-row">
                  {domain.approved ? null : <DomainCommand domain={domain} intent="approve-domain" />}
                  <DomainCommand domain={domain} intent="remove-domain" />
                </div>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}
