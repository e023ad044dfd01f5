import { Fragment, type ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';

export interface DefinitionItem {
  readonly term: ReactNode;
  readonly value: ReactNode;
  readonly key?: string;
}

/** Terms and values; empty values show as "not given". `dense` is for staff pages. */
export function DefinitionList({ items, dense }: { items: readonly DefinitionItem[]; dense?: boolean }) {
  const t = useT('ui');
  return (
    <dl className={dense ? 'definitions dense' : 'definitions'}>
      {items.map((item, index) => (
        <Fragment key={item.key ?? index}>
          <dt>{item.term}</dt>
          <dd>{item.value ?? <span className="muted">{t('list.notGiven')}</span>}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

export interface SummaryRow {
  readonly label: string;
  readonly value: ReactNode;
  readonly changeHref?: string;
}

/** "Check your answers": each answer with the link that changes it. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const t = useT('ui');
  return (
    <dl className="summary">
      {rows.map(row => (
        <div key={row.label} className="summary-row">
          <dt>{row.label}</dt>
          <dd>{row.value ?? <span className="muted">{t('list.notGiven')}</span>}</dd>
          {row.changeHref ? (
            <dd className="summary-change">
              <a href={row.changeHref}>
                {t('list.change')}
                <span className="sr-only"> {t('list.changeWhat', { label: row.label })}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
