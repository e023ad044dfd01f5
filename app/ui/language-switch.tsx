import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from './app-context.tsx';

const OWN_NAMES = { ar: 'العربية', de: 'Deutsch', en: 'English', fr: 'Français' } as const;

/** Each language by its own name; posts to /language, which keeps the choice and comes back. */
export function LanguageSwitch() {
  const t = useT('ui');
  const app = useApp();
  return (
    <form method="post" action="/language" className="languages" aria-label={t('language.label')}>
      <input type="hidden" name="back" value={app.path} />
      {app.languages.map(language => (
        <button
          key={language}
          type="submit"
          name="lng"
          value={language}
          lang={language}
          aria-current={language === app.language ? 'true' : undefined}
        >
          {OWN_NAMES[language]}
        </button>
      ))}
    </form>
  );
}
