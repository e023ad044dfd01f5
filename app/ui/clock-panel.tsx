import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import { Tag, type TagTone } from './tag.tsx';

export type ClockState = 'running' | 'soon' | 'overdue' | 'paused' | 'met' | 'breached' | 'stopped';

export interface TraceLine {
  readonly key: string;
  readonly date: string;
  readonly text: string;
  /** Days counted so far, when this day counts. */
  readonly count?: string;
}

interface ClockPanelProps {
  /** What is due: "Answer of the operator". */
  readonly label: ReactNode;
  readonly state: ClockState;
  /** Due date as shown, and as a machine reads it. */
  readonly dueText: string;
  readonly due: string;
  /** "3 working days left", "2 days late": always in words. */
  readonly leftText: string;
  /** The rule in one sentence, with its source. */
  readonly reason: ReactNode;
  /** Every line already translated; shown under "Why this date?". */
  readonly trace?: readonly TraceLine[];
}

const TONES: Readonly<Record<ClockState, TagTone>> = {
  running: 'neutral',
  soon: 'attention',
  overdue: 'bad',
  paused: 'accent',
  met: 'good',
  breached: 'bad',
  stopped: 'neutral',
};

export function ClockPanel(props: ClockPanelProps) {
  const t = useT('ui');
  const { trace = [] } = props;
  return (
    <section className={`clock clock-${props.state}`}>
      <p className="clock-label">
        {props.label} <Tag tone={TONES[props.state]}>{t(`clock.${props.state}`)}</Tag>
      </p>
      <p className="clock-due">
        <time dateTime={props.due}>{props.dueText}</time>
        <span> · {props.leftText}</span>
      </p>
      <p className="clock-reason">{props.reason}</p>
      {trace.length > 0 ? (
        <details className="details">
          <summary>{t('clock.why')}</summary>
          <TraceTable trace={trace} />
        </details>
      ) : null}
    </section>
  );
}

function TraceTable({ trace }: { trace: readonly TraceLine[] }) {
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
        {trace.map(line => (
          <tr key={line.key}>
            <td className="tight">{line.date}</td>
            <td>{line.text}</td>
            <td className="num">{line.count ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One line for tables: date, days left and the tone in words. */
export function DueCell({
  state,
  due,
  dueText,
  leftText,
}: Omit<ClockPanelProps, 'label' | 'reason' | 'trace'>) {
  return (
    <span className={`due due-${state}`}>
      <time dateTime={due}>{dueText}</time>
      <br />
      <span className="due-left">{leftText}</span>
    </span>
  );
}
