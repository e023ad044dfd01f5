import { useT } from '#app/i18n/use-translation.ts';

export interface TraceRow {
  readonly key: string;
  readonly date: string;
  readonly text: string;
  readonly counts: boolean;
  /** Units counted so far, when this day counts. */
  readonly count?: string;
}

/** "Why this date?": one line for each day between a clock's start and its deadline. */
export function TraceTable({ rows }: { rows: readonly TraceRow[] }) {
  const t = useT('ui');
  return (
    <table className="table trace">
      <thead>
        <tr>
          <th scope="col">{t('clock.day')}</th>
          <th scope="col">{t('clock.effect')}</th>
          <th scope="col" className="num">
            {t('clock.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key} className={row.counts ? undefined : 'trace-off'}>
            <td className="tight">{row.date}</td>
            <td>{row.text}</td>
            <td className="num">{row.count ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
