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

function useSamples() {
  const language = useLanguage();
  const samples = SAMPLES[language];
  return {
    s: samples,
    language,
    months: samples.months.map((label, index) => ({ key: label, label, index })),
    count: (value: number) => formatNumber(value, language),
  };
}

function Series() {
  const { s, months, count } = useSamples();
  const given = { timeLabel: s.date, format: count };
  const filed = { key: 'filed', label: s.filed };
  return (
    <>
      <TimeSeries
        {...given}
        id="bars"
        title={s.filed}
        series={[filed]}
        points={months.map(({ index, ...month }) => ({
          ...month,
          values: [FILED[index] ?? null],
          hrefs: [HERE],
        }))}
      />
      <TimeSeries
        {...given}
        id="lines"
        title={`${s.filed}, ${s.answered}`}
        series={[filed, { key: 'answered', label: s.answered }]}
        points={months.map(({ index, ...month }) => ({
          ...month,
          values: [FILED[index] ?? null, ANSWERED[index] ?? null],
        }))}
      />
    </>
  );
}

function Shares() {
  const { s, language, count } = useSamples();
  return (
    <>
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
        parts={[s.yes, s.no, s.answered].map((label, index) => ({ key: String(index), label }))}
        rows={s.operators.map((label, index) => ({
          key: label,
          label,
          values: [120 - index * 30, 45, 12 + index * 20],
          hrefs: [HERE, HERE, HERE],
        }))}
        formatCount={count}
        formatShare={share => formatPercent(share, language)}
      />
    </>
  );
}

export default function ChartPreview() {
  const { s } = useSamples();
  return (
    <StaffLayout userName="Amina Benali" roleLabel={s.operator} links={[{ href: HERE, label: s.answered }]}>
      <PageTitle>{s.filed}</PageTitle>
      <div className="grid gap-x-10 lg:grid-cols-2">
        <Series />
        <Shares />
      </div>
    </StaffLayout>
  );
}
