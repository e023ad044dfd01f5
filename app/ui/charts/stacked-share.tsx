import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { ChartFrame, Mark } from './chart-frame.tsx';
import { percent } from './scale.ts';

export interface ShareRow {
  readonly key: string;
  readonly label: string;
  /** Counts in the order of `parts`. */
  readonly values: readonly number[];
  readonly hrefs?: readonly (string | undefined)[];
}

interface StackedShareProps {
  readonly id: string;
  readonly title: string;
  readonly note?: ReactNode;
  readonly labelHeading: string;
  readonly parts: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly ShareRow[];
  readonly formatCount: (value: number) => string;
  /** From a share between 0 and 1. */
  readonly formatShare: (share: number) => string;
}

/** A part narrower than this has no room for its figure. */
const ROOM_FOR_LABEL = 0.11;

/** Parts of a whole, one bar a row; the key repeats the bar's order with its figures. */
export function StackedShare(props: StackedShareProps) {
  const { id, parts, rows, formatCount, formatShare } = props;
  const t = useT('ui');
  return (
    <ChartFrame
      id={id}
      title={props.title}
      note={props.note}
      table={{
        columns: [
          { key: 'row', label: props.labelHeading },
          ...parts,
          { key: 'total', label: t('chart.total') },
        ],
        rows: rows.map(row => {
          const total = totalOf(row);
          return {
            key: row.key,
            cells: [
              row.label,
              ...parts.map((_, index) => shareText(row.values[index] ?? 0, total, props)),
              formatCount(total),
            ],
          };
        }),
      }}
    >
      <ul className="chart-key">
        {parts.map((part, index) => (
          <li key={part.key} className={`key-${index + 1}`}>
            {part.label}
            {rows.length === 1 && rows[0] ? (
              <strong> {shareText(rows[0].values[index] ?? 0, totalOf(rows[0]), props)}</strong>
            ) : null}
          </li>
        ))}
      </ul>
      <ul className="shares">
        {rows.map(row => (
          <li key={row.key}>
            <p className="bar-name">
              {row.label} <span className="muted">{formatCount(totalOf(row))}</span>
            </p>
            <ShareBar row={row} parts={parts} formatShare={formatShare} />
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

function totalOf(row: ShareRow): number {
  return row.values.reduce((sum, value) => sum + value, 0);
}

function shareText(
  value: number,
  total: number,
  format: Pick<StackedShareProps, 'formatCount' | 'formatShare'>,
): string {
  return total === 0
    ? format.formatCount(value)
    : `${format.formatCount(value)} (${format.formatShare(value / total)})`;
}

interface ShareBarProps {
  readonly row: ShareRow;
  readonly parts: StackedShareProps['parts'];
  readonly formatShare: StackedShareProps['formatShare'];
}

/** Starts where reading starts, as the key above it does. */
function ShareBar({ row, parts, formatShare }: ShareBarProps) {
  const { direction } = useApp();
  const total = totalOf(row);
  if (total === 0) return <svg className="share" width="100%" height="28" aria-hidden="true" />;
  let start = 0;
  const segments = parts.map((part, index) => {
    const share = (row.values[index] ?? 0) / total;
    const segment = { part, index, share, start: direction === 'rtl' ? 1 - start - share : start };
    start += share;
    return segment;
  });
  return (
    <svg
      className="share"
      width="100%"
      height="28"
      direction="ltr"
      role={row.hrefs ? 'group' : 'img'}
      aria-label={row.label}
    >
      {segments.map(({ part, index, start, share }) =>
        share === 0 ? null : (
          <Mark key={part.key} href={row.hrefs?.[index]}>
            <title>{`${part.label}: ${formatShare(share)}`}</title>
            <rect
              className={`segment fill-${index + 1}`}
              x={percent(start)}
              width={percent(share)}
              height="28"
            />
            {share < ROOM_FOR_LABEL ? null : (
              <text className="segment-label" x={percent(start + share / 2)} y="19" textAnchor="middle">
                {formatShare(share)}
              </text>
            )}
          </Mark>
        ),
      )}
    </svg>
  );
}
