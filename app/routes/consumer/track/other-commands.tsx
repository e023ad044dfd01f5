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

export function OtherCommands({ commands }: { commands: readonly Command[] }) {
  const t = useT('track');
  const open = PAGES.filter(([command]) => commands.includes(command));
  if (open.length === 0) return null;
  return (
    <Section title={t('other.title')}>
      <ul className="plain">
        {open.map(([command, href]) => (
          <li key={command}>
            <a href={href}>{t(`other.${command}`)}</a>
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
