import type { ReactNode } from 'react';
import type { Command } from '#app/domain/case/lifecycle.ts';
import { daysBetween, localDateOf } from '#app/domain/shared/plain-date.ts';
import { formatDate, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { ClockPanel } from '#app/ui/clock-panel.tsx';
import { Panel } from '#app/ui/notice.tsx';
import type { CaseView, SeenClock } from '#app/usecases/complaints/queries/complainant-view.ts';
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

interface DueProps {
  readonly clock: SeenClock;
  readonly overdue: boolean;
  readonly now: string;
}

function Due({ clock, overdue, now }: DueProps) {
  const t = useT('track');
  const { language, timeZone } = useApp();
  const dueOn = localDateOf(clock.dueAt, timeZone);
  const days = daysBetween(localDateOf(now, timeZone), dueOn);
  const soon = clock.remindAt !== null && clock.remindAt <= now;
  const running = clock.state === 'paused' ? 'paused' : soon ? 'soon' : 'running';
  const left =
    days === 0
      ? t('common:due.today')
      : t(days > 0 ? 'common:due.in' : 'common:due.late', { count: Math.abs(days) });
  const trace = clock.trace.map(line => ({
    key: line.date,
    date: formatDate(line.date, language, timeZone, 'medium'),
    text: [t(`domain:traceReason.${line.reason}`), line.holiday?.[language]].filter(Boolean).join(': '),
    ...(line.number !== undefined && { count: formatNumber(line.number, language) }),
  }));
  return (
    <ClockPanel
      label={t(`domain:clock.${clock.kind}`)}
      state={overdue ? 'overdue' : running}
      due={clock.dueAt}
      dueText={formatDate(clock.dueAt, language, timeZone)}
      leftText={clock.state === 'paused' && !overdue ? t('next.latest') : left}
      reason={clock.ruleText[language]}
      trace={trace}
    />
  );
}

/** "And now?": who must do what by when, why that date, and what silence does. */
export function NextStepPanel({
  view,
  now,
  children,
}: {
  view: CaseView;
  now: string;
  children?: ReactNode;
}) {
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
        {clock ? <Due clock={clock} overdue={next.overdue} now={now} /> : null}
        {silence ? (
          <p>
            {t('next.silence')} {t(`domain:consequence.${silence}`)}
          </p>
        ) : null}
      </div>
    </Panel>
  );
}
