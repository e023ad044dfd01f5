import type { ReactNode } from 'react';
import type { Command } from '#app/domain/case/lifecycle.ts';
import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { CaseClock } from '#app/ui/case/case-clocks.tsx';
import { Panel } from '#app/ui/notice.tsx';
import type { CaseView, OwnClock } from '#app/usecases/complaints/queries/complainant-view.ts';
import { Urgency } from './urgency.tsx';

/** How a case ended, in the words of its outcome. */
function endOf({ standing, seen }: CaseView): string {
  const outcomes = seen['case-summary']?.outcomes;
  if (standing.state !== 'closed') return standing.state;
  if (outcomes?.regulator) return 'decided';
  const judged = outcomes?.complainant;
  return judged === 'confirmed' || judged === 'unconfirmed' ? judged : 'closed';
}

/** The pages on which the complainant's turn is taken. */
const TURNS = [
  ['provide-information', '/track/case/reply'],
  ['accept', '/track/case/answer'],
] as const satisfies readonly (readonly [Command, string])[];

function YourTurn({ commands }: { commands: readonly Command[] }) {
  const t = useT('track');
  const turn = TURNS.find(([command]) => commands.includes(command));
  if (turn === undefined) return null;
  return (
    <div>
      <LinkButton href={turn[1]}>{t(`turn.${turn[0]}`)}</LinkButton>
    </div>
  );
}

/** The date by which it is due; of a clock that stands, the latest possible. */
function Due({ clock, overdue }: { clock: OwnClock; overdue: boolean }) {
  const t = useT('track');
  const paused = clock.state === 'paused' && !overdue;
  const label = clock.kind === 'confirm' ? t('next.yourClock') : undefined;
  return <CaseClock clock={clock} label={label} {...(paused && { left: t('next.latest') })} />;
}

/** "And now?": who must do what by when, why that date, and what silence does. */
export function NextStepPanel({ view, children }: { view: CaseView; children?: ReactNode }) {
  const t = useT('track');
  const { language, timeZone } = useApp();
  const { next, seen, commands } = view;
  const clock = seen.clocks?.find(({ id }) => id === next.clockId);
  const key = next.kind === 'over' ? `over.${endOf(view)}` : `next.${next.kind}`;
  const values = {
    operator: seen['case-summary']?.operator.name,
    date: next.dueAt === null ? '' : formatDate(next.dueAt, language, timeZone),
  };
  const silence = next.kind === 'answer' || next.kind === 'remedy' ? next.consequence : null;
  return (
    <Panel title={t(`${key}.title`, values)}>
      <div className="grid gap-5">
        <p>{t(`${key}.text`, values)}</p>
        {next.kind === 'over' ? null : <Urgency seen={seen} />}
        {children}
        <YourTurn commands={commands} />
        {clock ? <Due clock={clock} overdue={next.overdue} /> : null}
        {silence ? (
          <p>
            {t('next.silence')} {t(`domain:consequence.${silence}`)}
          </p>
        ) : null}
      </div>
    </Panel>
  );
}
