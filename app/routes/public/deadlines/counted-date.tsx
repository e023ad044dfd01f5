import { recountPath } from '#app/domain/deadline/recount.ts';
import type { DeadlineRule } from '#app/domain/deadline/rule.ts';
import { formatDate, formatDateTime, formatNumber, isolateLtr } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { useTraceRows } from '#app/ui/deadline/trace-rows.ts';
import { TraceTable } from '#app/ui/deadline/trace-table.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { Notice, Panel } from '#app/ui/notice.tsx';
import type { Counted } from './deadlines.tsx';

/** How the rule counts, beyond its own words. */
function useTermsOf(rule: DeadlineRule) {
  const t = useT('deadlines');
  const { language } = useApp();
  const amount = ({ amount: count, unit }: Pick<DeadlineRule, 'amount' | 'unit'>) =>
    t(`amount.${unit}`, { count });
  const { cutOffHour, extension, pauseCapDays } = rule;
  return [
    { term: t('terms.time'), value: amount(rule) },
    ...(cutOffHour === undefined
      ? []
      : [
          {
            term: t('terms.cutOff'),
            value: t('terms.cutOffText', { hour: formatNumber(cutOffHour, language) }),
          },
        ]),
    ...(rule.unit === 'calendar-days' || rule.unit === 'months'
      ? [{ term: t('terms.end'), value: t(rule.rollForward ? 'terms.rolls' : 'terms.stays') }]
      : []),
    {
      term: t('terms.pause'),
      value: pauseCapDays === 0 ? t('terms.noPause') : t('terms.pauseText', { count: pauseCapDays }),
    },
    { term: t('terms.extension'), value: extension ? amount(extension) : t('terms.noExtension') },
    { term: t('terms.consequence'), value: t(`domain:consequence.${rule.consequence}`) },
  ];
}

/** The answer: the date, the rule that sets it, and each day with the reason why it counts or not. */
export function CountedDate({ counted }: { counted: Counted }) {
  const t = useT('deadlines');
  const { language, timeZone } = useApp();
  const traceRows = useTraceRows();
  const { rule, calendar, inputs, dueAt, dueOn, resumesAt } = counted;
  const terms = useTermsOf(rule);
  const due =
    rule.unit === 'hours'
      ? formatDateTime(dueAt, language, timeZone, 'long')
      : formatDate(dueOn, language, timeZone, 'long');
  return (
    <Panel title={t('result.title', { clock: t(`domain:clock.${rule.clock}`) })}>
      <div className="grid gap-5">
        <p className="text-xl font-semibold">
          <time dateTime={dueAt}>{due}</time>
        </p>
        <p>
          {t(rule.unit === 'hours' ? 'result.toTheMinute' : 'result.endOfDay', {
            zone: isolateLtr(timeZone),
          })}
          {resumesAt === null ? null : (
            <> {t('ui:clock.resumes', { date: formatDate(resumesAt, language, timeZone) })}</>
          )}
        </p>
        <blockquote className="rule-quoted">
          {rule.text[language]}{' '}
          <span className="muted">
            {rule.assumed
              ? t('operator:case.clock.assumed')
              : t('operator:case.clock.source', { source: rule.source })}
          </span>
        </blockquote>
        {counted.calendarCovers ? null : <Notice kind="warning">{t('result.notCovered')}</Notice>}
        <TraceTable rows={traceRows(counted.trace)} />
        <DefinitionList items={terms} />
        <p className="muted">
          {t('result.calendar', {
            version: isolateLtr(calendar.version),
            source: isolateLtr(calendar.source),
          })}
        </p>
        <p>
          <a href={recountPath(rule.id, calendar.version, inputs)}>{t('result.link')}</a>
        </p>
      </div>
    </Panel>
  );
}
