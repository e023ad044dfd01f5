import { formatNumber, formatPercent } from '#app/i18n/format.ts';
import { useLanguage } from '#app/i18n/use-translation.ts';
import { BarList } from '#app/ui/charts/bar-list.tsx';
import { StackedShare } from '#app/ui/charts/stacked-share.tsx';
import { TimeSeries } from '#app/ui/charts/time-series.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { StaffLayout } from '#app/ui/staff-layout.tsx';
import { requirePreviews } from './guard.server.ts';
import { SAMPLES } from './samples.ts';

export const loader = requirePreviews;

const HERE = '/preview/charts';
const FILED = [210, 340, 280, 295, 260, 510, 1840, 620, 430, 390, 405, 370];
const ANSWERED = [180, 300, 290, 270, 255, 430, 960, 1210, 480, 400, 390, 350];
const RATES = [
  { value: 12.4, low: 11.6, high: 13.2 },
  { value: 9.8, low: 7.1, high: 13 },
  { value: 3.2, low: 0.8, high: 8.2 },
];

export default function ChartPreview() {
  const language = useLanguage();
  const s = SAMPLES[language];
  const count = (value: number) => formatNumber(value, language);
  const parts = [s.yes, s.no, s.answered].map((label, index) => ({ key: String(index), label }));
  const months = s.months.map((label, index) => ({ key: label, label, index }));
  return (
    <StaffLayout userName="Amina Benali" roleLabel={s.operator} links={[{ href: HERE, label: s.answered }]}>
      <PageTitle>{s.filed}</PageTitle>
      <div className="grid gap-x-10 lg:grid-cols-2">
        <TimeSeries
          id="bars"
          title={s.filed}
          timeLabel={s.date}
          series={[{ key: 'filed', label: s.filed }]}
          points={months.map(({ key, label, index }) => ({
            key,
            label,
            values: [FILED[index] ?? null],
            hrefs: [HERE],
          }))}
          format={count}
        />
        <TimeSeries
          id="lines"
          title={`${s.filed}, ${s.answered}`}
          timeLabel={s.date}
          series={[
            { key: 'filed', label: s.filed },
            { key: 'answered', label: s.answered },
          ]}
          points={months.map(({ key, label, index }) => ({
            key,
            label,
            values: [FILED[index] ?? null, ANSWERED[index] ?? null],
          }))}
          format={count}
        />
        <BarList
          id="rates"
          title={s.operator}
          labelHeading={s.operator}
          valueHeading={s.filed}
          rows={s.operators.map((label, index) => ({
            key: label,
            label,
            href: HERE,
            ...(RATES[index] ?? { value: 0 }),
          }))}
          format={value => formatNumber(value, language, 1)}
        />
        <StackedShare
          id="share"
          title={s.answered}
          labelHeading={s.operator}
          parts={parts}
          rows={s.operators.map((label, index) => ({
            key: label,
            label,
            values: [120 - index * 30, 45, 12 + index * 20],
            hrefs: [HERE, HERE, HERE],
          }))}
          formatCount={count}
          formatShare={share => formatPercent(share, language)}
        />
      </div>
    </StaffLayout>
  );
}
