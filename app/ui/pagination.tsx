import { useT } from '#app/i18n/use-translation.ts';

interface PaginationProps {
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  /** What is shown, for example "Cases 51 to 100". */
  readonly summary?: string;
}

/** Keyset pages: earlier and later, no page numbers. */
export function Pagination({ previousHref, nextHref, summary }: PaginationProps) {
  const t = useT('ui');
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav className="pagination" aria-label={t('pagination.label')}>
      {summary ? <p className="muted">{summary}</p> : null}
      {previousHref ? (
        <a href={previousHref} rel="prev" className="btn btn-secondary btn-small">
          {t('pagination.previous')}
        </a>
      ) : null}
      {nextHref ? (
        <a href={nextHref} rel="next" className="btn btn-secondary btn-small">
          {t('pagination.next')}
        </a>
      ) : null}
    </nav>
  );
}
