import { addDays, daysBetween, localDateOf } from '#app/domain/shared/plain-date.ts';
import { formatDate, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { TimeSeries } from '../charts/time-series.tsx';

/** Bars that are still told apart on a phone. */
const MOST_DAYS = 30;

interface SupporterDaysProps {
  /** Days on which somebody joined or left, oldest first. */
  readonly days: readonly { readonly day: string; readonly joined: number }[];
  /** ISO instant. */
  readonly now: string;
}

/** How many supporters joined on each of the last days, days without any included. */
export function SupporterDays({ days, now }: SupporterDaysProps) {
  const t = useT('collective');
  const { language, timeZone } = useApp();
  const today = localDateOf(now, timeZone);
  const first = days[0]?.day ?? today;
  const last = days.at(-1)?.day ?? today;
  // What ended long ago is shown as it ended.
  const end = daysBetween(last, today) < MOST_DAYS ? today : last;
  const length = Math.min(MOST_DAYS, Math.max(1, daysBetween(first, end) + 1));
  const joined = new Map(days.map(day => [day.day, day.joined]));
  const points = Array.from({ length }, (_, index) => {
    const day = addDays(end, index - length + 1);
    return {
      key: day,
      label: `${day.slice(8)}/${day.slice(5, 7)}`,
      title: formatDate(day, language, timeZone),
      values: [Math.max(0, joined.get(day) ?? 0)],
    };
  });
  return (
    <TimeSeries
      id="supporters-by-day"
      title={t('page.chart')}
      timeLabel={t('page.day')}
      series={[{ key: 'joined', label: t('page.joined') }]}
      points={points}
      kind="bars"
      note={length === MOST_DAYS && end === today ? t('page.lastDays', { number: MOST_DAYS }) : undefined}
      format={value => formatNumber(value, language)}
    />
  );
}
