import type { Person } from '#app/domain/access/person.ts';
import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { type Column, DataTable } from '../data-table.tsx';
import { Tag } from '../tag.tsx';

interface PeopleTableProps {
  readonly people: readonly Person[];
  /** The page of one person; none where nothing may be changed. */
  readonly hrefOf?: (person: Person) => string;
}

/** Role and, for an operator's people, what they do at the desk. */
export function RoleText({ person }: { person: Pick<Person, 'role' | 'deskRole'> }) {
  const t = useT('people');
  return person.role === 'liaison' ? t(`deskRole.${person.deskRole}`) : t(`domain:role.${person.role}`);
}

/** How well an account is guarded, in words. */
export function GuardText({ person }: { person: Person }) {
  const t = useT('people');
  if (person.passkeys > 0) return t('guard.passkey');
  return t(person.secondFactor ? 'guard.code' : 'guard.passwordOnly');
}

export function PeopleTable({ people, hrefOf }: PeopleTableProps) {
  const t = useT('people');
  const { language, timeZone } = useApp();
  const operators: Column<Person>[] = people.some(({ operatorId }) => operatorId === null)
    ? [{ key: 'operator', header: t('operator'), cell: ({ operatorName }) => <bdi>{operatorName}</bdi> }]
    : [];
  return (
    <DataTable
      id="people"
      stack
      caption={t('caption')}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      {...(hrefOf && { rowHref: hrefOf })}
      columns={[
        {
          key: 'name',
          header: t('name'),
          rowHeader: true,
          cell: person =>
            hrefOf ? (
              <a href={hrefOf(person)}>
                <bdi>{person.name}</bdi>
              </a>
            ) : (
              <bdi>{person.name}</bdi>
            ),
        },
        { key: 'role', header: t('role'), cell: person => <RoleText person={person} /> },
        ...operators,
        { key: 'email', header: t('email'), cell: ({ email }) => <bdi dir="ltr">{email}</bdi> },
        { key: 'guard', header: t('guard.title'), cell: person => <GuardText person={person} /> },
        {
          key: 'seen',
          header: t('seen'),
          tight: true,
          cell: ({ seenAt }) => (seenAt === null ? '' : formatDateTime(seenAt, language, timeZone)),
        },
        {
          key: 'state',
          header: t('state'),
          tight: true,
          cell: ({ suspended }) => (
            <Tag tone={suspended ? 'bad' : 'good'}>{t(suspended ? 'suspended' : 'active')}</Tag>
          ),
        },
      ]}
    />
  );
}
