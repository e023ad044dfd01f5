import type { ReactNode } from 'react';

export interface TimelineEntry {
  readonly key: string;
  /** Machine-readable instant or date. */
  readonly dateTime: string;
  /** The same, formatted for the page. */
  readonly dateText: ReactNode;
  readonly title: ReactNode;
  /** Who did it. */
  readonly actor?: ReactNode;
  readonly body?: ReactNode;
  readonly important?: boolean;
}

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(entry => (
        <li key={entry.key} className={entry.important ? 'important' : undefined}>
          <p className="timeline-head">
            <strong>{entry.title}</strong>
            <span className="muted">
              <time dateTime={entry.dateTime}>{entry.dateText}</time>
              {entry.actor ? <> · {entry.actor}</> : null}
            </span>
          </p>
          {entry.body ? <div className="timeline-body">{entry.body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
