import type { Person } from '#app/domain/access/person.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { DefinitionList } from '../lists.tsx';
import { Section } from '../page-title.tsx';
import { Tag } from '../tag.tsx';
import { GuardText, RoleText } from './people-table.tsx';

/** Somebody's account at a glance. */
export function PersonSummary({ person }: { person: Person }) {
  const t = useT('people');
  const { name, email, operatorName, suspended } = person;
  return (
    <Section title={name}>
      <DefinitionList
        items={[
          { term: t('email'), value: <bdi dir="ltr">{email}</bdi> },
          ...(operatorName === null ? [] : [{ term: t('operator'), value: <bdi>{operatorName}</bdi> }]),
          { term: t('role'), value: <RoleText person={person} /> },
          { term: t('guard.title'), value: <GuardText person={person} /> },
          {
            term: t('state'),
            value: <Tag tone={suspended ? 'bad' : 'good'}>{t(suspended ? 'suspended' : 'active')}</Tag>,
          },
        ]}
      />
    </Section>
  );
}
