import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from './app-context.tsx';
import { DemonstrationBanner } from './demonstration-banner.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { SharedComputerBar } from './shared-computer-bar.tsx';

interface PublicLayoutProps {
  readonly children: ReactNode;
  /** The header's link of the page's task. */
  readonly current?: 'file' | 'track';
  /** Pages that are more than a column of text. */
  readonly wide?: boolean;
}

export function PublicLayout({ children, current, wide }: PublicLayoutProps) {
  const t = useT('ui');
  const app = useApp();
  return (
    <div className="public">
      <a className="skip" href="#main">
        {t('layout.skip')}
      </a>
      <DemonstrationBanner />
      <SharedComputerBar />
      <header className="header">
        <div className="bar">
          <a className="brand" href="/">
            <span className="brand-name">{app.regulator}</span>
            <span className="brand-service">{t('layout.service')}</span>
          </a>
          <LanguageSwitch />
        </div>
        <nav className="bar nav" aria-label={t('layout.navigation')}>
          <a href="/complaint/start" aria-current={current === 'file' ? 'page' : undefined}>
            {t('layout.file')}
          </a>
          <a href="/track" aria-current={current === 'track' ? 'page' : undefined}>
            {t('layout.track')}
          </a>
        </nav>
      </header>
      <main id="main" className={wide ? 'main main-wide' : 'main'} tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <div className="bar">
          <p>{t('layout.footer', { regulator: app.regulator })}</p>
          <ul>
            <li>
              <a href="/collective">{t('collective:list.title')}</a>
            </li>
            <li>
              <a href="/deadlines">{t('layout.deadlines')}</a>
            </li>
            <li>
              <a href="/accessibility">{t('layout.accessibility')}</a>
            </li>
            <li>
              <a href="/privacy">{t('layout.privacy')}</a>
            </li>
            <li>
              <a href="/sign-in">{t('layout.staff')}</a>
            </li>
          </ul>
        </div>
      </footer>
    </div>
  );
}
