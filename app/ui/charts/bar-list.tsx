import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import { ChartFrame } from './chart-frame.tsx';
import { axisOf, percent } from './scale.ts';

export interface BarRow {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** The list behind the figure. */
  readonly href?: string | undefined;
  /** 95 % interval around a rate. */
  readonly low?: number;
  readonly high?: number;
  readonly note?: ReactNode;
}

interface BarListProps {
  readonly id: string;
  readonly title: string;
  readonly note?: ReactNode;
  /** Headings of the table's columns: "Operator", "Complaints per 10,000". */
  readonly labelHeading: string;
  readonly valueHeading: string;
  readonly rows: readonly BarRow[];
  readonly format: (value: number) => string;
}

/** Horizontal bars from an honest zero, each with its name and its figure. */
export function BarList(props: BarListProps) {
  const t = useT('ui');
  const { id, rows, format } = props;
  const withInterval = rows.some(row => row.low !== undefined && row.high !== undefined);
  const { max } = axisOf(Math.max(0, ...rows.map(row => row.high ?? row.value)));
  const intervalText = (row: BarRow) =>
    row.low === undefined || row.high === undefined
      ? t('chart.noValue')
      : t('chart.interval', { low: format(row.low), high: format(row.high) });
  return (
    <ChartFrame
      id={id}
      title={props.title}
      note={props.note ?? (withInterval ? t('chart.intervalNote') : undefined)}
      table={{
        columns: [
          { key: 'name', label: props.labelHeading },
          { key: 'value', label: props.valueHeading },
          ...(withInterval ? [{ key: 'interval', label: t('chart.intervalHeading') }] : []),
        ],
        rows: rows.map(row => ({
          key: row.key,
          cells: [row.label, format(row.value), ...(withInterval ? [intervalText(row)] : [])],
        })),
      }}
    >
      <ol className="bars">
        {rows.map(row => (
          <li key={row.key}>
            <p className="bar-name">
              {row.href ? <a href={row.href}>{row.label}</a> : row.label}
              {row.note ? <span className="muted"> {row.note}</span> : null}
            </p>
            <Bar row={row} max={max} />
            <p className="bar-value">
              <span className="bar-number">{format(row.value)}</span>
              {row.low === undefined || row.high === undefined ? null : (
                <span className="muted">{intervalText(row)}</span>
              )}
            </p>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}

function Bar({ row, max }: { row: BarRow; max: number }) {
  return (
    <svg className="bar-plot" width="100%" height="20" aria-hidden="true">
      <line className="axis" x1="0" x2="0" y1="0" y2="20" />
      <rect className="fill-1" x="0" y="3" width={percent(row.value / max)} height="14" />
      {row.low === undefined || row.high === undefined ? null : (
        <g className="whisker">
          <line x1={percent(row.low / max)} x2={percent(row.high / max)} y1="10" y2="10" />
          <line x1={percent(row.low / max)} x2={percent(row.low / max)} y1="5" y2="15" />
          <line x1={percent(row.high / max)} x2={percent(row.high / max)} y1="5" y2="15" />
        </g>
      )}
    </svg>
  );
}
