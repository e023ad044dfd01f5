import type { ReactNode } from 'react';

interface PageTitleProps {
  readonly children: ReactNode;
  /** The task or section that the page belongs to, read before the title. */
  readonly caption?: ReactNode;
  readonly lead?: ReactNode;
  /** State labels or buttons beside the title. */
  readonly aside?: ReactNode;
}

/** The page's only `h1`. */
export function PageTitle({ children, caption, lead, aside }: PageTitleProps) {
  return (
    <div className="page-title">
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
