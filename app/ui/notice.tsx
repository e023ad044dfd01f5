import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';

export type NoticeKind = 'info' | 'warning' | 'success' | 'error';

interface NoticeProps {
  readonly kind?: NoticeKind;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Announced at once: for the result of what the person has just done. */
  readonly live?: boolean;
}

/** A message with its kind in words for who does not see the colour. */
export function Notice({ kind = 'info', title, children, live }: NoticeProps) {
  const t = useT('ui');
  const role = live ? (kind === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div className={`notice notice-${kind}`} role={role}>
      <span className="sr-only">{t(`notice.${kind}`)} </span>
      {title ? <p className="notice-title">{title}</p> : null}
      {children}
    </div>
  );
}

/** A framed part of a page. */
export function Panel({
  title,
  children,
  aside,
}: {
  title?: ReactNode;
  children: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <section className="panel">
      {title ? (
        <div className="section-head">
          <h2>{title}</h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  );
}

export function EmptyState({ title, children }: { title?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      {title === undefined ? null : <p className="empty-title">{title}</p>}
      {children}
    </div>
  );
}

interface DetailsProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
}

export function Details({ summary, children, open }: DetailsProps) {
  return (
    <details className="details" open={open}>
      <summary>{summary}</summary>
      <div className="details-body">{children}</div>
    </details>
  );
}
