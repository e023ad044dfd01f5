import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from './app-context.tsx';

/** On every page of an instance whose complaints are invented, so that nobody files a real one there. */
export function DemonstrationBanner() {
  const t = useT('ui');
  const app = useApp();
  if (app.instance !== 'demonstration') return null;
  return (
    <aside className="demonstration" aria-label={t('demonstration.label')}>
      <div className="bar">
        <p>
          <strong>{t('demonstration.label')}</strong> {t('demonstration.text')}
        </p>
        <p>
          <a href="/demo">{t('demonstration.accounts')}</a>
        </p>
      </div>
    </aside>
  );
}
