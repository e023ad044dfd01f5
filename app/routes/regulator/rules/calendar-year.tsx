import { formatDate, formatList } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import type { Choice } from '#app/ui/choice-fields.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { CalendarBook } from '#app/usecases/rules/queries/read-calendars.server.ts';

/** The days off of a year: date, name, where, and whether the date is certain. */
export function YearTable({ book, regions }: { book: CalendarBook; regions: readonly Choice[] }) {
  const t = useT('rules');
  const { language, timeZone } = useApp();
  const labels = new Map(regions.map(({ value, label }) => [value, String(label)]));
  return (
    <DataTable
      stack
      id="days"
      caption={t('calendar.days')}
      captionHidden
      empty={t('calendar.noDays')}
      rows={book.days}
      rowKey={({ on, name, regions: where = [] }) => `${on} ${name} ${where.join()}`}
      columns={[
        {
          key: 'on',
          header: t('calendar.date'),
          rowHeader: true,
          tight: true,
          cell: ({ on }) => <time dateTime={on}>{formatDate(on, language, timeZone)}</time>,
        },
        { key: 'name', header: t('calendar.name'), cell: ({ name }) => book.names[name]?.[language] ?? name },
        {
          key: 'regions',
          header: t('calendar.regions'),
          cell: ({ regions: where }) =>
            where === undefined
              ? t('calendar.everywhere')
              : formatList(
                  where.map(code => labels.get(code) ?? code),
                  language,
                ),
        },
        {
          key: 'certain',
          header: t('calendar.certainty'),
          tight: true,
          cell: ({ tentative }) => (
            <Tag tone={tentative ? 'attention' : 'neutral'}>
              {t(tentative ? 'calendar.tentative' : 'calendar.certain')}
            </Tag>
          ),
        },
      ]}
    />
  );
}
