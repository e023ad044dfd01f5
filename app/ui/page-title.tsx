import type { ReactNode } from 'react';
import { useApp } from './app-context.tsx';

interface PageTitleProps {
  readonly children: ReactNode;
  /** Of the browser's window; the heading's own text when that is plain. */
  readonly windowTitle?: string;
  /** The task or section that the page belongs to, read before the title. */
  readonly caption?: ReactNode;
  readonly lead?: ReactNode;
  /** State labels or buttons beside the title. */
  readonly aside?: ReactNode;
}

/** The page's only `h1`, and the window's title. */
export function PageTitle({ children, windowTitle, caption, lead, aside }: PageTitleProps) {
  const app = useApp();
  const title = windowTitle ?? (typeof children === 'string' ? children : null);
  return (
    <div className="page-title">
      {title ? <title>{`${title} · ${app.regulator}`}</title> : null}
      <div>
        <h1>
          {caption ? <span className="caption">{caption} </span> : null}
          {children}
        </h1>
        {lead ? <p className="lead">{lead}</p> : null}
      </div>
      {aside ? <div className="page-aside">{aside}</div> : null}
    </div>
  );
}

interface SectionProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
  readonly aside?: ReactNode;
}

/** A part of a page under an `h2`. */
export function Section({ title, children, id, aside }: SectionProps) {
  return (
    <section className="section" id={id}>
      <div className="section-head">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
