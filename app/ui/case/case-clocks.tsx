import type { ReactNode } from 'react';
import type { ClockStanding, SeenClock } from '#app/domain/access/seen-case.ts';
import { PROMISE_RULE_ID } from '#app/domain/case/promises.ts';
import { formatDate, formatDateTime, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { ClockPanel } from '../clock-panel.tsx';
import { useTraceRows } from '../deadline/trace-rows.ts';
import { Details } from '../notice.tsx';
import { Section } from '../page-title.tsx';
import { provingDelivery, type ServicePartProps, useProofText } from './service-part.tsx';

type T = ReturnType<typeof useT>;

const OVER: readonly ClockStanding[] = ['met', 'breached', 'stopped'];

/** "Due in 3 days", "2 days late", "due today". */
export function leftText(t: T, daysLeft: number): string {
  if (daysLeft === 0) return t('common:due.today');
  return daysLeft > 0 ? t('common:due.in', { count: daysLeft }) : t('common:due.late', { count: -daysLeft });
}

/** The rule's own words, where they come from, and what else is to be known of the clock. */
function Reason({ clock }: { clock: SeenClock }) {
  const t = useT('operator');
  const { language, timeZone } = useApp();
  const { rule, resumesAt, published } = clock;
  if (rule === null) return t('case.clock.ruleGone');
  const named = rule.source === '' ? '' : t('case.clock.source', { source: rule.source });
  const source = rule.assumed ? t('case.clock.assumed') : named;
  const resumes = resumesAt === null ? null : formatDate(resumesAt, language, timeZone);
  return (
    <>
      {rule.text[language]} <span className="muted">{source}</span>
      {resumes === null ? null : <> {t('ui:clock.resumes', { date: resumes })}</>}
      {published ? <> {t('ui:clock.published')}</> : null}
    </>
  );
}

/** Which delivery started the clock, where one did. */
function Start({ clock, served }: Pick<CaseClockProps, 'clock' | 'served'>) {
  const t = useT('service');
  const { language, timeZone } = useApp();
  const proofText = useProofText();
  const proof = served === undefined ? null : provingDelivery(served);
  if (proof === null || proof.delivery.deliveredAt !== clock.startedAt) return null;
  return (
    <span className="block">
      {t('panel.since', {
        number: formatNumber(proof.number, language),
        at: formatDateTime(clock.startedAt, language, timeZone),
        proof: proofText(proof.delivery),
      })}
    </span>
  );
}

interface CaseClockProps {
  readonly clock: SeenClock;
  /** In place of the clock's own name. */
  readonly label?: string | undefined;
  /** The deliveries of the case, for who sees them. */
  readonly served?: ServicePartProps | undefined;
  /** In place of the days left. */
  readonly left?: ReactNode;
}

/** One clock of a case: when it runs out, by what rule, day by day why, and the way to count it again. */
export function CaseClock({ clock, served, label, left }: CaseClockProps) {
  const t = useT('operator');
  const { language, timeZone } = useApp();
  const traceRows = useTraceRows();
  const { dueAt, dueOn, standing } = clock;
  const over = OVER.includes(standing);
  return (
    <ClockPanel
      label={label ?? t(`domain:clock.${clock.rule?.id === PROMISE_RULE_ID ? 'promise' : clock.kind}`)}
      state={standing}
      due={dueAt}
      dueText={
        clock.rule?.inHours
          ? formatDateTime(dueAt, language, timeZone)
          : formatDate(dueOn, language, timeZone)
      }
      leftText={left ?? (over ? t(`case.clock.${standing}`) : leftText(t, clock.daysLeft))}
      reason={
        <>
          <Reason clock={clock} />
          <Start clock={clock} served={served} />
        </>
      }
      trace={traceRows(clock.trace)}
      recount={clock.recount}
    />
  );
}

interface CaseClocksProps extends Pick<CaseClockProps, 'served'> {
  readonly clocks: readonly SeenClock[];
  /** Another running clock stands elsewhere on the page. */
  readonly besides?: boolean;
}

/** The clocks that run, each with the days that led to its date; those that are over folded away below. */
export function CaseClocks({ clocks, served, besides = false }: CaseClocksProps) {
  const t = useT('operator');
  const running = clocks.filter(clock => !OVER.includes(clock.standing));
  const over = clocks.filter(clock => OVER.includes(clock.standing));
  return (
    <Section title={t('case.clocks')} id="clocks">
      {running.length === 0 && !besides ? <p className="muted">{t('case.noClock')}</p> : null}
      {running.map(clock => (
        <CaseClock key={clock.id} clock={clock} served={served} />
      ))}
      {over.length === 0 ? null : (
        <Details summary={t('case.clocksOver', { count: over.length })}>
          {over.map(clock => (
            <CaseClock key={clock.id} clock={clock} served={served} />
          ))}
        </Details>
      )}
    </Section>
  );
}
