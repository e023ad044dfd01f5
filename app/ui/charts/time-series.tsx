import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import { ChartFrame, type ChartTableProps, Mark } from './chart-frame.tsx';
import { axisOf, labelStep, percent, spread, ticksApart } from './scale.ts';

export interface TimePoint {
  readonly key: string;
  /** Short, under the axis: "Jan. 25". */
  readonly label: string;
  /** Long, in the table and in tool tips. */
  readonly title?: string;
  /** One value per series, in their order; null where there is none. */
  readonly values: readonly (number | null)[];
  /** The list behind each value. */
  readonly hrefs?: readonly (string | undefined)[];
}

interface TimeSeriesProps {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly note?: ReactNode;
  /** Heading of the table's first column: "Month". */
  readonly timeLabel: string;
  readonly series: readonly { readonly key: string; readonly label: string }[];
  readonly points: readonly TimePoint[];
  readonly kind?: 'bars' | 'lines';
  readonly format: (value: number) => string;
}

const PLOT_TOP = 24;
const PLOT_BOTTOM = 184;
const HEIGHT = 208;

/**
 * Values over time. Time runs from left to right in every language, as its readers draw it; widths are
 * percentages and heights are pixels, so that text keeps its size on a phone.
 */
export function TimeSeries(props: TimeSeriesProps) {
  const t = useT('ui');
  const { id, points, series, format, kind = series.length > 1 ? 'lines' : 'bars' } = props;
  const values = points.flatMap(point => point.values.filter(value => value !== null));
  const axis = axisOf(Math.max(0, ...values));
  const y = (value: number) => PLOT_BOTTOM - (value / axis.max) * (PLOT_BOTTOM - PLOT_TOP);
  const geometry: Geometry = { points, y, format, slot: 1 / Math.max(1, points.length) };
  const Marks = kind === 'bars' ? Bars : Lines;
  return (
    <ChartFrame id={id} title={props.title} note={props.note} table={tableOf(props, t('chart.noValue'))}>
      <div className="plot-row">
        <svg
          className="plot"
          width="100%"
          height={HEIGHT}
          direction="ltr"
          role={points.some(point => point.hrefs) ? 'group' : 'img'}
          aria-labelledby={`${id}-title ${id}-desc`}
        >
          <title id={`${id}-title`}>{props.title}</title>
          <desc id={`${id}-desc`}>{props.description ?? t('chart.tableFollows')}</desc>
          <Ticks geometry={geometry} ticks={axis.ticks} />
          <Marks geometry={geometry} series={series} />
          <TimeLabels geometry={geometry} />
        </svg>
        {kind === 'lines' ? <LineNames geometry={geometry} series={series} /> : null}
      </div>
      {kind === 'bars' && series.length > 1 ? <Key series={series} /> : null}
    </ChartFrame>
  );
}

/** The same values in words and figures, a row for each point. */
function tableOf({ points, series, format, timeLabel }: TimeSeriesProps, none: string): ChartTableProps {
  const cell = (value: number | null | undefined) => (value == null ? none : format(value));
  return {
    columns: [{ key: 'time', label: timeLabel }, ...series],
    rows: points.map(point => ({
      key: point.key,
      cells: [point.title ?? point.label, ...series.map((_, index) => cell(point.values[index]))],
    })),
  };
}

interface Geometry {
  readonly points: readonly TimePoint[];
  readonly y: (value: number) => number;
  readonly format: (value: number) => string;
  /** Share of the width that one point has. */
  readonly slot: number;
}

interface SeriesProps {
  readonly geometry: Geometry;
  readonly series: TimeSeriesProps['series'];
}

function Ticks({ geometry, ticks }: { geometry: Geometry; ticks: readonly number[] }) {
  const { y, format } = geometry;
  return ticksApart(ticks, format).map(tick => (
    <g key={tick}>
      <line className={tick === 0 ? 'axis' : 'grid-line'} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
      <text className="tick" x="0" y={y(tick) - 4}>
        {format(tick)}
      </text>
    </g>
  ));
}

/** Which colour is which series. */
function Key({ series }: Pick<SeriesProps, 'series'>) {
  return (
    <ul className="chart-key">
      {series.map((one, index) => (
        <li key={one.key} className={`key-${index + 1}`}>
          {one.label}
        </li>
      ))}
    </ul>
  );
}

/** Axis figures stand at the start of the plot; the marks begin after them. */
const PLOT_START = 0.09;
const xOf = (share: number) => percent(PLOT_START + share * (1 - PLOT_START));

function Bars({ geometry, series }: SeriesProps) {
  const { points, y, slot, format } = geometry;
  const width = (slot * 0.78) / series.length;
  return points.map((point, index) =>
    series.map((one, place) => {
      const value = point.values[place] ?? null;
      if (value === null) return null;
      const start = index * slot + slot * 0.11 + place * width;
      return (
        <Mark key={`${point.key}-${one.key}`} href={point.hrefs?.[place]}>
          <title>{`${point.title ?? point.label}: ${one.label} ${format(value)}`}</title>
          <rect
            className={`fill-${place + 1}`}
            x={xOf(start)}
            y={y(value)}
            width={percent(width * (1 - PLOT_START))}
            height={Math.max(0, PLOT_BOTTOM - y(value))}
          />
        </Mark>
      );
    }),
  );
}

function Lines({ geometry, series }: SeriesProps) {
  const { points, y, slot } = geometry;
  const at = (index: number) => xOf((index + 0.5) * slot);
  return series.map((one, place) => (
    <g key={one.key}>
      {points.slice(1).map((point, index) => {
        const from = points[index]?.values[place] ?? null;
        const to = point.values[place] ?? null;
        if (from === null || to === null) return null;
        return (
          <line
            key={point.key}
            className={`stroke-${place + 1}`}
            x1={at(index)}
            x2={at(index + 1)}
            y1={y(from)}
            y2={y(to)}
          />
        );
      })}
      <Dots geometry={geometry} place={place} label={one.label} />
    </g>
  ));
}

/** About what a letter of a line's name takes, in pixels, and the widest column that a phone can spare. */
const LETTER = 8.5;
const WIDEST_NAMES = 132;

/** Each line's name at its end, in its colour; names that would touch move apart. */
function LineNames({ geometry, series }: SeriesProps) {
  const { points, y } = geometry;
  const ends = series.map(
    (_, place) => points.findLast(point => point.values[place] != null)?.values[place] ?? 0,
  );
  const heights = spread(
    ends.map(value => y(value) + 5),
    17,
  );
  const longest = Math.max(...series.map(one => one.label.length));
  return (
    <svg
      className="plot-names"
      width={Math.min(WIDEST_NAMES, longest * LETTER)}
      height={HEIGHT}
      aria-hidden="true"
    >
      {series.map((one, place) => (
        <text
          key={one.key}
          className={`line-label text-${place + 1}`}
          x="2"
          y={heights[place]}
          direction="ltr"
        >
          {one.label}
        </text>
      ))}
    </svg>
  );
}

function Dots({ geometry, place, label }: { geometry: Geometry; place: number; label: string }) {
  const { points, y, slot, format } = geometry;
  return points.map((point, index) => {
    const value = point.values[place] ?? null;
    if (value === null) return null;
    return (
      <Mark key={point.key} href={point.hrefs?.[place]}>
        <title>{`${point.title ?? point.label}: ${label} ${format(value)}`}</title>
        <circle className={`dot fill-${place + 1}`} cx={xOf((index + 0.5) * slot)} cy={y(value)} r="4" />
      </Mark>
    );
  });
}

function TimeLabels({ geometry }: { geometry: Geometry }) {
  const { points, slot } = geometry;
  const step = labelStep(points.length, 5);
  return points.map((point, index) =>
    index % step === 0 ? (
      <text key={point.key} className="tick" x={xOf((index + 0.5) * slot)} y={HEIGHT - 6} textAnchor="middle">
        {point.label}
      </text>
    ) : null,
  );
}
