import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import stylesheet from '../styles/staff.css?url';
import { useApp } from './app-context.tsx';
import { DemonstrationBanner } from './demonstration-banner.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { LanguageSwitch } from './language-switch.tsx';

export interface StaffLink {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
  readonly count?: number | string;
}

interface StaffLayoutProps {
  readonly links: readonly StaffLink[];
  readonly children: ReactNode;
  readonly userName: string;
  /** The operator's name; the regulator's when not given. */
  readonly organisation?: string | null;
  /** The role in words: "Liaison", "Case officer". */
  readonly roleLabel: string;
  readonly signOutAction?: string;
  /** The page has a list whose rows can be chosen by keys. */
  readonly choosing?: boolean;
}

export function StaffLayout(props: StaffLayoutProps) {
  const { links, children, userName, organisation, roleLabel, signOutAction = '/sign-out' } = props;
  const t = useT('ui');
  const app = useApp();
  return (
    <div className="staff">
      <link rel="stylesheet" href={stylesheet} />
      <a className="skip" href="#main">
        {t('layout.skip')}
      </a>
      <DemonstrationBanner />
      <header className="header">
        <div className="bar">
          <p className="brand">
            <span className="brand-name">{organisation ?? app.regulator}</span>
            <span className="brand-service">{t('layout.service')}</span>
          </p>
          <div className="staff-person">
            <p>
              <bdi>{userName}</bdi> <span className="muted">{roleLabel}</span>
            </p>
            <form method="post" action={signOutAction}>
              <button type="submit" className="btn btn-plain btn-small">
                {t('layout.signOut')}
              </button>
            </form>
          </div>
        </div>
        <nav className="bar nav" aria-label={t('layout.navigation')}>
          {links.map(link => (
            <a key={link.href} href={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.label}
              {link.count === undefined ? null : <span className="tab-count"> {link.count}</span>}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <div className="bar">
          <LanguageSwitch />
          <button type="button" className="btn btn-plain btn-small" data-help hidden>
            {t('keyboard.open')}
          </button>
        </div>
      </footer>
      <KeyboardHelp choosing={props.choosing ?? false} />
      <script type="module" src={app.staffScript} />
    </div>
  );
}

/** A list with the chosen item beside it; below each other on a narrow screen. */
export function SplitView({ list, detail }: { list: ReactNode; detail: ReactNode }) {
  return (
    <div className="split">
      <div className="split-list">{list}</div>
      <div className="split-detail">{detail}</div>
    </div>
  );
}
