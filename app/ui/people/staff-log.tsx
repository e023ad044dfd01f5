import { isDeskRole } from '#app/domain/access/desk-roles.ts';
import { isRole } from '#app/domain/case/states.ts';
import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { Section } from '../page-title.tsx';
import { Timeline } from '../timeline.tsx';

/** An entry of the log of staff. */
interface Entry {
  readonly id: string;
  readonly at: string;
  readonly actorName: string;
  readonly subjectName: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** Roles in the reader's words; addresses and names as they are. */
function useDetailText(): (value: string) => string {
  const t = useT('people');
  return value => {
    if (isDeskRole(value)) return t(`deskRole.${value}`);
    return isRole(value) ? t(`domain:role.${value}`) : value;
  };
}

/** Who changed what about whose access, newest first. */
export function StaffLog({ entries }: { entries: readonly Entry[] }) {
  const t = useT('people');
  const textOf = useDetailText();
  const { language, timeZone } = useApp();
  if (entries.length === 0) return null;
  return (
    <Section title={t('log.title')} id="log">
      <Timeline
        entries={entries.map(({ id, at, actorName, subjectName, action, detail }) => ({
          key: id,
          dateTime: at,
          dateText: formatDateTime(at, language, timeZone),
          title: t(`log.${action}`, { name: subjectName }),
          actor: actorName,
          ...(Object.keys(detail).length > 0 && {
            body: <bdi>{Object.values(detail).map(textOf).join(' · ')}</bdi>,
          }),
        }))}
      />
    </Section>
  );
}
