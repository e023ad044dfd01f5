import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import { type TraceRow, TraceTable } from './deadline/trace-table.tsx';
import { Tag, type TagTone } from './tag.tsx';

export type ClockState = 'running' | 'soon' | 'overdue' | 'paused' | 'met' | 'breached' | 'stopped';

interface ClockPanelProps {
  /** What is due: "Answer of the operator". */
  readonly label: ReactNode;
  readonly state: ClockState;
  /** Due date as shown, and as a machine reads it. */
  readonly dueText: string;
  readonly due: string;
  /** "3 working days left", "2 days late": always in words. */
  readonly leftText: ReactNode;
  /** The rule in one sentence, with its source. */
  readonly reason: ReactNode;
  /** Every line already translated; shown under "Why this date?". */
  readonly trace?: readonly TraceRow[];
  /** Where anybody may count the date again. */
  readonly recount?: string | null;
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
  const { trace = [], recount } = props;
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
          <TraceTable rows={trace} />
          {recount ? (
            <p>
              <a href={recount}>{t('clock.recount')}</a>
            </p>
          ) : null}
        </details>
      ) : null}
    </section>
  );
}

/** One line for tables: date, days left and the tone in words. */
export function DueCell({
  state,
  due,
  dueText,
  leftText,
}: Omit<ClockPanelProps, 'label' | 'reason' | 'trace' | 'recount'>) {
  return (
    <span className={`due due-${state}`}>
      <time dateTime={due}>{dueText}</time>
      <br />
      <span className="due-left">{leftText}</span>
    </span>
  );
}
