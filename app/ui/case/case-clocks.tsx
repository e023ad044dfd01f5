import type { ClockStanding, SeenClock } from '#app/domain/access/seen-case.ts';
import type { TraceLine } from '#app/domain/deadline/trace.ts';
import { formatDate, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { type AppInformation, useApp } from '../app-context.tsx';
import { ClockPanel } from '../clock-panel.tsx';
import { Details } from '../notice.tsx';
import { Section } from '../page-title.tsx';

type T = ReturnType<typeof useT>;

const OVER: readonly ClockStanding[] = ['met', 'breached', 'stopped'];

/** "Due in 3 days", "2 days late", "due today". */
export function leftText(t: T, daysLeft: number): string {
  if (daysLeft === 0) return t('common:due.today');
  return daysLeft > 0 ? t('common:due.in', { count: daysLeft }) : t('common:due.late', { count: -daysLeft });
}

function traceText(line: TraceLine, t: T, { language }: AppInformation): string {
  const reason = t(`domain:traceReason.${line.reason}`);
  return line.holiday ? `${reason}: ${line.holiday[language]}` : reason;
}

function Clock({ clock }: { clock: SeenClock }) {
  const t = useT('operator');
  const app = useApp();
  const { language, timeZone } = app;
  const over = OVER.includes(clock.standing);
  return (
    <ClockPanel
      label={t(`domain:clock.${clock.kind}`)}
      state={clock.standing}
      due={clock.dueAt}
      dueText={formatDate(clock.dueOn, language, timeZone)}
      leftText={over ? t(`case.clock.${clock.standing}`) : leftText(t, clock.daysLeft)}
      reason={
        clock.rule === null ? (
          t('case.clock.ruleGone')
        ) : (
          <>
            {clock.rule.text[language]}{' '}
            <span className="muted">
              {clock.rule.assumed
                ? t('case.clock.assumed')
                : t('case.clock.source', { source: clock.rule.source })}
            </span>
          </>
        )
      }
      trace={clock.trace.map(line => ({
        key: line.date,
        date: formatDate(line.date, language, timeZone, 'medium'),
        text: traceText(line, t, app),
        ...(line.number === undefined ? {} : { count: formatNumber(line.number, language) }),
      }))}
    />
  );
}

/** The clocks that run, each with the days that led to its date; those that are over folded away below. */
export function CaseClocks({ clocks }: { clocks: readonly SeenClock[] }) {
  const t = useT('operator');
  const running = clocks.filter(clock => !OVER.includes(clock.standing));
  const over = clocks.filter(clock => OVER.includes(clock.standing));
  return (
    <Section title={t('case.clocks')} id="clocks">
      {running.length === 0 ? <p className="muted">{t('case.noClock')}</p> : null}
      {running.map(clock => (
        <Clock key={clock.id} clock={clock} />
      ))}
      {over.length === 0 ? null : (
        <Details summary={t('case.clocksOver', { count: over.length })}>
          {over.map(clock => (
            <Clock key={clock.id} clock={clock} />
          ))}
        </Details>
      )}
    </Section>
  );
}
