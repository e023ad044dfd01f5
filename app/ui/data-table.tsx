import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import { fieldId } from './field-frame.tsx';
import { EmptyState } from './notice.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  /** The heading in plain words, where {@link header} is more than that. */
  readonly label?: string;
  readonly cell: (row: Row) => ReactNode;
  /** Aligned to the end, with figures of even width. */
  readonly numeric?: boolean;
  /** The cell that names the row. */
  readonly rowHeader?: boolean;
  /** Keeps its content on one line. */
  readonly tight?: boolean;
  /** The list is in the order of this column. */
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

interface DataTableProps<Row> {
  readonly caption: ReactNode;
  /** The caption is read out but not shown, when the page's title already says it. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The row's page: `j`/`k` walk the rows and Enter opens this (staff pages); a row may have none. */
  readonly rowHref?: (row: Row) => string | undefined;
  /** The row's page beside the list, opened instead where the screen is wide enough for both. */
  readonly rowBeside?: (row: Row) => string;
  readonly isCurrent?: (row: Row) => boolean;
  /** On a telephone each row is a card: for lists that are read row by row, not compared down a column. */
  readonly stack?: boolean;
  /** Names the table for its scrolling region; unique on the page. */
  readonly id: string;
  /** What is said in the place of rows, and a title over it. */
  readonly empty?: ReactNode;
  readonly emptyTitle?: ReactNode;
}

/** What scrolls must be reachable by keyboard, also when nothing in it is a link (WCAG 2.1.1). */
const SCROLLER = { tabIndex: 0 } as const;

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = [column.numeric ? 'num' : '', column.tight ? 'tight' : ''].filter(Boolean).join(' ');
  if (column.rowHeader) {
    return (
      <th scope="row" className={className || undefined}>
        {column.cell(row)}
      </th>
    );
  }
  const label = column.label ?? (typeof column.header === 'string' ? column.header : undefined);
  return (
    <td className={className || undefined} data-label={label}>
      {column.cell(row)}
    </td>
  );
}

/** Scrolls sideways within itself on a narrow screen; the header row stays in sight. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const t = useT('ui');
  const { columns, rows, rowHref, rowBeside, isCurrent } = props;
  const captionId = `${fieldId(props.id)}-caption`;
  if (rows.length === 0)
    return <EmptyState title={props.emptyTitle}>{props.empty ?? t('table.empty')}</EmptyState>;
  return (
    <section
      className={props.stack ? 'table-scroll table-stack' : 'table-scroll'}
      {...SCROLLER}
      aria-labelledby={captionId}
    >
      <table className="table" data-keys={rowHref ? '' : undefined}>
        <caption id={captionId} className={props.captionHidden ? 'sr-only' : undefined}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th
                key={column.key}
                scope="col"
                className={column.numeric ? 'num' : undefined}
                aria-sort={column.sorted}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr
              key={props.rowKey(row)}
              data-row={rowHref?.(row) === undefined ? undefined : props.rowKey(row)}
              data-href={rowHref?.(row)}
              data-beside={rowBeside?.(row)}
              aria-current={isCurrent?.(row) ? 'true' : undefined}
            >
              {columns.map(column => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
