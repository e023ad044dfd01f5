import type { Person } from '#app/domain/access/person.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '../button.tsx';
import { SelectField } from '../choice-fields.tsx';
import { PostForm } from '../form.tsx';
import { HiddenFields } from '../hidden-fields.tsx';
import { Panel } from '../notice.tsx';

interface PersonCommandsProps {
  readonly person: Person;
  /** The roles that this person may be given. */
  readonly roles: readonly { readonly value: string; readonly label: string }[];
}

function Command({ name, danger, person }: { name: string; danger?: boolean; person: Person }) {
  const t = useT('people');
  return (
    <Panel title={t(`command.${name}.title`)}>
      <p>{t(`command.${name}.text`)}</p>
      <PostForm {...(danger && { confirm: t(`command.${name}.question`, { name: person.name }) })}>
        <HiddenFields values={{ command: name }} />
        <Button look={danger ? 'danger' : 'secondary'}>{t(`command.${name}.submit`)}</Button>
      </PostForm>
    </Panel>
  );
}

/** What may be done with somebody's account. */
export function PersonCommands({ person, roles }: PersonCommandsProps) {
  const t = useT('people');
  const role = person.role === 'liaison' ? person.deskRole : person.role;
  return (
    <>
      <Panel title={t('command.role.title')}>
        <PostForm inline>
          <HiddenFields values={{ command: 'role' }} />
          <SelectField
            name="role"
            label={t('role')}
            options={roles}
            defaultValue={role}
            empty={false}
            required
          />
          <Button look="secondary">{t('command.role.submit')}</Button>
        </PostForm>
      </Panel>
      <Command name="send-password-link" person={person} />
      <Command name="reset-second-factor" danger person={person} />
      {person.suspended ? (
        <Command name="resume" person={person} />
      ) : (
        <Command name="suspend" danger person={person} />
      )}
    </>
  );
}
