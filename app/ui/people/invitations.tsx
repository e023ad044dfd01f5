import type { Invitation } from '#app/domain/access/person.ts';
import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { Button } from '../button.tsx';
import { DataTable } from '../data-table.tsx';
import { PostForm } from '../form.tsx';
import { HiddenFields } from '../hidden-fields.tsx';
import { Section } from '../page-title.tsx';
import { RoleText } from './people-table.tsx';

interface InvitationsProps {
  readonly invitations: readonly Invitation[];
  /** Whether they may be taken back here. */
  readonly mayWithdraw?: boolean;
}

/** Who was invited and has not come yet. */
export function Invitations({ invitations, mayWithdraw = true }: InvitationsProps) {
  const t = useT('people');
  const { language, timeZone } = useApp();
  if (invitations.length === 0) return null;
  return (
    <Section title={t('invitation.waiting')} id="invitations">
      <DataTable
        stack
        id="invitations-table"
        caption={t('invitation.waiting')}
        captionHidden
        rows={invitations}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: t('name'), cell: ({ name }) => <bdi>{name}</bdi>, rowHeader: true },
          { key: 'role', header: t('role'), cell: row => <RoleText person={row} /> },
          { key: 'email', header: t('email'), cell: ({ email }) => <bdi dir="ltr">{email}</bdi> },
          {
            key: 'until',
            header: t('invitation.until'),
            tight: true,
            cell: ({ expiresAt }) => formatDateTime(expiresAt, language, timeZone),
          },
          {
            key: 'withdraw',
            header: <span className="sr-only">{t('invitation.withdraw')}</span>,
            tight: true,
            cell: ({ id, name }) =>
              mayWithdraw ? (
                <PostForm>
                  <HiddenFields values={{ intent: 'withdraw', id }} />
                  <Button look="secondary" small>
                    {t('invitation.withdraw')} <span className="sr-only">{name}</span>
                  </Button>
                </PostForm>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}
