import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';

interface Account {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly operatorName?: string;
}

interface AccountTableProps {
  readonly id: string;
  readonly caption: string;
  readonly accounts: readonly Account[];
}

function EnterButton({ account }: { account: Account }) {
  const t = useT('demo');
  return (
    <PostForm>
      <HiddenFields values={{ email: account.email }} />
      <Button look="secondary" small>
        {t('enter')} <span className="sr-only">{t('enterAs', { name: account.name })}</span>
      </Button>
    </PostForm>
  );
}

/** People with a button each that signs in as them. */
export function AccountTable({ id, caption, accounts }: AccountTableProps) {
  const t = useT('demo');
  const tDomain = useT('domain');
  const columns: readonly Column<Account>[] = [
    { key: 'name', header: t('name'), cell: ({ name }) => <bdi>{name}</bdi>, rowHeader: true },
    accounts.some(({ operatorName }) => operatorName !== undefined)
      ? { key: 'operator', header: t('operator'), cell: ({ operatorName }) => <bdi>{operatorName}</bdi> }
      : { key: 'role', header: t('role'), cell: ({ role }) => tDomain(`role.${role}`) },
    { key: 'enter', header: t('signIn'), cell: account => <EnterButton account={account} />, tight: true },
    { key: 'email', header: t('email'), cell: ({ email }) => <bdi dir="ltr">{email}</bdi> },
  ];
  return (
    <DataTable
      id={id}
      caption={caption}
      captionHidden
      columns={columns}
      rows={accounts}
      rowKey={({ email }) => email}
    />
  );
}
