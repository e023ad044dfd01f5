import { formatDate, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { TimeSeries } from '#app/ui/charts/time-series.tsx';
import { useFigureFormat } from '#app/ui/figure-format.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { LATE } from '#app/usecases/complaints/case-filter.schema.ts';
import type { OperatorForecast } from '#app/usecases/statistics/queries/read-forecast.server.ts';
import { ownCasesHref } from './performance-links.ts';

interface ForecastProps {
  readonly forecast: OperatorForecast;
}

/** What becomes late this week at the present pace, day by day, and what that rests on. */
export function ForecastPart({ forecast }: ForecastProps) {
  const t = useT('performance');
  return (
    <Section title={t('forecast.title')} id="forecast">
      <Summary forecast={forecast} />
      <ForecastChart forecast={forecast} />
      <Assumptions forecast={forecast} />
    </Section>
  );
}

function Summary({ forecast: { late, lateAlready, waiting } }: ForecastProps) {
  const t = useT('performance');
  const format = useFigureFormat();
  if (waiting === 0) return <p>{t('forecast.nothing')}</p>;
  const counted = (key: string, count: number) => t(key, { count, formatted: format.count(count) });
  return (
    <Notice kind={late > 0 ? 'warning' : 'success'} title={counted('forecast.late', late)}>
      {lateAlready > 0 ? (
        <p>
          <a href={ownCasesHref({ due: LATE })}>{counted('forecast.already', lateAlready)}</a>
        </p>
      ) : null}
    </Notice>
  );
}

function ForecastChart({ forecast }: ForecastProps) {
  const t = useT('performance');
  const { language, timeZone } = useApp();
  const format = useFigureFormat();
  if (forecast.waiting === 0) return null;
  return (
    <TimeSeries
      id="forecast-days"
      title={t('forecast.chart')}
      timeLabel={t('figures:volume.day')}
      kind="bars"
      series={(['due', 'late', 'answers'] as const).map(key => ({ key, label: t(`forecast.${key}Series`) }))}
      points={forecast.days.map(({ day, due, late, answers, working }) => ({
        key: day,
        label: format.period(day, 'day', 'short'),
        title: [formatDate(day, language, timeZone), working ? null : t('forecast.dayOff')]
          .filter(Boolean)
          .join(', '),
        values: [due, late, answers],
        hrefs: due > 0 ? [ownCasesHref({ due: day }), ownCasesHref({ due: day })] : [],
      }))}
      format={format.count}
    />
  );
}

function Assumptions({ forecast }: ForecastProps) {
  const t = useT('performance');
  const { language, timeZone } = useApp();
  const { pace, answers, workingDays, pastFrom } = forecast;
  return (
    <>
      <h3 className="mt-4 mb-1">{t('forecast.assumes')}</h3>
      <ul className="plain">
        <li>
          {pace === null
            ? t('forecast.noPace')
            : t('forecast.pace', {
                pace: formatNumber(pace, language, 1),
                answers: formatNumber(answers, language),
                days: formatNumber(workingDays, language),
                from: formatDate(pastFrom, language, timeZone, 'medium'),
              })}
        </li>
        <li>{t('forecast.order')}</li>
        <li>{t('forecast.arrivals')}</li>
        <li>{t('forecast.calendar')}</li>
      </ul>
    </>
  );
}
