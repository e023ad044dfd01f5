import type { Command } from '#app/domain/case/lifecycle.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page-title.tsx';

/** What can be done at any time of a case's life, besides the turn that is asked for. */
const PAGES = [
  ['send-message', '/track/case/message'],
  ['add-evidence', '/track/case/evidence'],
  ['withdraw', '/track/case/withdraw'],
] as const satisfies readonly (readonly [Command, string])[];

interface OtherCommandsProps {
  readonly commands: readonly Command[];
  /** Whether the case is over and its complainant has not said how it was. */
  readonly mayRate: boolean;
}

export function OtherCommands({ commands, mayRate }: OtherCommandsProps) {
  const t = useT('track');
  const links = [
    ...(mayRate ? [['rating', '/track/case/rating'] as const] : []),
    ...PAGES.filter(([command]) => commands.includes(command)),
    ['notifications', '/track/case/notifications'] as const,
    ['my-data', '/track/case/my-data'] as const,
    ['print', '/track/case/print'] as const,
  ];
  return (
    <Section title={t('other.title')}>
      <ul className="plain no-print">
        {links.map(([name, href]) => (
          <li key={name} className="mb-2">
            <a href={href}>{t(`other.${name}`)}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** For shared telephones: takes the case out of this browser. */
export function LeaveCase() {
  const t = useT('track');
  return (
    <PostForm action="/track/leave">
      <Button look="secondary">{t('case.leave')}</Button>
    </PostForm>
  );
}
