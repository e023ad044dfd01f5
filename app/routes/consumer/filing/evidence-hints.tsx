import type { Category } from '#app/domain/taxonomy/taxonomy.ts';
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

/** What helps as proof of such a problem, for who has just named it: there is time to look for it. */
export function EvidenceToHave({ category }: { category: Category }) {
  const t = useT('start');
  return (
    <section className="mt-6">
      <h2 className="text-base">{t('evidence.ready')}</h2>
      <p>{t(`filing:evidence.help.${category}`)}</p>
    </section>
  );
}
