import { useT } from '#app/i18n/use-translation.ts';
import { Details } from '#app/ui/notice.tsx';

const HINTS = ['screen', 'paper', 'secret', 'none'] as const;

/** How to make evidence that helps, for who has never done it. */
export function EvidenceHints() {
  const t = useT('start');
  return (
    <Details summary={t('evidence.summary')}>
      <ul className="plain">
        {HINTS.map(hint => (
          <li key={hint}>{t(`evidence.${hint}`)}</li>
        ))}
      </ul>
    </Details>
  );
}
