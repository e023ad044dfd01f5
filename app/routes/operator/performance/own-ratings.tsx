import { formatDecimal, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { Section } from '#app/ui/page-title.tsx';
import type { RatingRow } from '#app/usecases/statistics/queries/read-ratings.server.ts';

const MARKED = ['ease', 'information', 'treatment'] as const;

/** What complainants say once their case is over; nothing while so few did that one could be known. */
export function OwnRatings({ ratings }: { readonly ratings: RatingRow | null }) {
  const t = useT('figures');
  const { language } = useApp();
  return (
    <Section title={t('ratings.title')}>
      {ratings === null ? (
        <p className="muted">{t('performance:ratings.few')}</p>
      ) : (
        <DefinitionList
          dense
          items={[
            { term: t('ratings.count'), value: formatNumber(ratings.count, language) },
            ...MARKED.map(mark => ({
              term: t(`ratings.${mark}`),
              value: formatDecimal(ratings[mark], language, 1),
            })),
          ]}
        />
      )}
    </Section>
  );
}
