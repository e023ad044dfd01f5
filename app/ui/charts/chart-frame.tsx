import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';

export interface ChartTableProps {
  /** The first column names the rows. */
  readonly columns: readonly { readonly key: string; readonly label: ReactNode }[];
  /** Cells in the order of the columns. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

interface ChartFrameProps {
  readonly id: string;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly table: ChartTableProps;
  readonly children: ReactNode;
}

/** Title, drawing, note, and the figures themselves as a table. */
export function ChartFrame({ id, title, note, table, children }: ChartFrameProps) {
  const t = useT('ui');
  return (
    <figure className="chart" aria-labelledby={`${id}-caption`}>
      <figcaption id={`${id}-caption`}>{title}</figcaption>
      {children}
      {note ? <p className="hint">{note}</p> : null}
      <details className="details">
        <summary>{t('chart.table')}</summary>
        <ChartTable {...table} labelledBy={`${id}-caption`} />
      </details>
    </figure>
  );
}

function ChartTable({ columns, rows, labelledBy }: ChartTableProps & { labelledBy: string }) {
  const [naming, ...others] = columns;
  return (
    <table className="table" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{naming?.label}</th>
          {others.map(column => (
            <th key={column.key} scope="col" className="num">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key}>
            <th scope="row">{row.cells[0]}</th>
            {others.map((column, index) => (
              <td key={column.key} className="num">
                {row.cells[index + 1]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A mark that opens the list behind its figure, or just the mark. */
export function Mark({ href, children }: { href: string | undefined; children: ReactNode }) {
  return href ? <a href={href}>{children}</a> : <g>{children}</g>;
}
