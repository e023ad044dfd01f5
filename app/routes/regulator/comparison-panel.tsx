import type { Role } from '#app/domain/case/states.ts';
import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { mediansOf } from '#app/usecases/statistics/comparison.ts';
import type { Figures } from '#app/usecases/statistics/figures.ts';
import type { PublishedMedians } from '#app/usecases/statistics/queries/published-comparison.server.ts';

interface ComparisonPanelProps {
  readonly figures: Figures;
  readonly published: PublishedMedians | null;
  readonly role: Role;
}

/** What operators see of each other: medians of a period, once an administrator has published them. */
export function ComparisonPanel({ figures, published, role }: ComparisonPanelProps) {
  const t = useT('performance');
  const { language, timeZone } = useApp();
  const day = (date: string) => formatDate(date, language, timeZone, 'medium');
  const { from, to } = figures.filter;
  const narrowed = Object.keys(figures.filter).length > 2;
  const mayPublish = role === 'administrator' && !narrowed && mediansOf(figures) !== null;
  return (
    <Section title={t('publish.title')} id="comparison">
      <p className="mb-3">
        {published === null
          ? t('publish.none')
          : t('publish.last', {
              from: day(published.from),
              to: day(published.to),
              date: day(published.publishedAt),
            })}
      </p>
      {mayPublish ? (
        <PostForm action="/regulator/figures/comparison" confirm={t('publish.confirm')}>
          <HiddenFields values={{ from, to, sure: 'on' }} />
          <Button look="secondary">{t('publish.submit', { from: day(from), to: day(to) })}</Button>
        </PostForm>
      ) : null}
    </Section>
  );
}
