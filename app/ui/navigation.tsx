import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';

export interface Tab {
  readonly href: string;
  readonly label: ReactNode;
  readonly count?: number | string;
  readonly current?: boolean;
}

/** Views of one thing, each with its own address. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map(tab => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span className="tab-count"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface FilterBarProps {
  readonly children: ReactNode;
  readonly action?: string;
  /** Where "clear" leads, shown while filters are set. */
  readonly clearHref?: string | undefined;
  readonly submitLabel?: string;
  /** Sends itself when a choice changes (with JavaScript). */
  readonly auto?: boolean;
  /** Fields that are wanted seldom, below the button. */
  readonly further?: ReactNode;
}

/** Filters live in the address: a plain GET form around ordinary fields. */
export function FilterBar({ children, action, clearHref, submitLabel, auto, further }: FilterBarProps) {
  const t = useT('ui');
  return (
    <form className="filters" method="get" action={action} noValidate data-auto={auto ? '' : undefined}>
      {children}
      <div className="filters-actions">
        <button type="submit" className="btn btn-secondary">
          {submitLabel ?? t('filter.apply')}
        </button>
        {clearHref ? <a href={clearHref}>{t('filter.clear')}</a> : null}
      </div>
      {further}
    </form>
  );
}

export interface CounterTile {
  readonly label: string;
  readonly value: ReactNode;
  readonly href?: string;
  readonly tone?: 'neutral' | 'attention' | 'bad' | 'good';
  readonly note?: ReactNode;
  readonly current?: boolean;
}

interface CounterTilesProps {
  readonly tiles: readonly CounterTile[];
  readonly label: string;
  /** Figure and label on one line, above a list that is worked through. */
  readonly compact?: boolean;
}

/** Figures that open the list behind them. */
export function CounterTiles({ tiles, label, compact }: CounterTilesProps) {
  return (
    <ul className={compact ? 'tiles tiles-compact' : 'tiles'} aria-label={label}>
      {tiles.map(tile => {
        const content = (
          <>
            <span className="tile-value">{tile.value}</span>
            <span className="tile-label">{tile.label}</span>
            {tile.note ? <span className="tile-note">{tile.note}</span> : null}
          </>
        );
        return (
          <li key={tile.label} className={`tile tile-${tile.tone ?? 'neutral'}`}>
            {tile.href ? (
              <a href={tile.href} aria-current={tile.current ? 'page' : undefined}>
                {content}
              </a>
            ) : (
              <div>{content}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
