import { formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { listPublicPages } from '#app/usecases/collective/queries/public-pages.server.ts';
import type { Route } from './+types/list.ts';
import { PUBLIC_FOR_SECONDS } from './public-cache.ts';

export const headers = () => PUBLIC_FOR_SECONDS;

export async function loader() {
  const pages = await listPublicPages();
  return {
    pages: pages.map(({ slug, title, language, operator, open, supporters }) => ({
      ...{ slug, title, language, operator, open, supporters },
    })),
  };
}

export default function CollectiveList({ loaderData }: Route.ComponentProps) {
  const t = useT('collective');
  const { language } = useApp();
  const { pages } = loaderData;
  return (
    <PublicLayout>
      <PageTitle lead={t('list.lead')}>{t('list.title')}</PageTitle>
      {pages.length === 0 ? <EmptyState title={t('list.empty')} /> : null}
      <ul className="plain">
        {pages.map(page => (
          <li key={page.slug} className="mb-6">
            <h2 className="mb-1 text-lg" lang={page.language} dir="auto">
              <a href={`/collective/${page.slug}`}>{page.title}</a>
            </h2>
            <p className="muted mb-1">
              {t('page.against')} <bdi>{page.operator}</bdi> ·{' '}
              {t('supporters', {
                count: page.supporters,
                formatted: formatNumber(page.supporters, language),
              })}
            </p>
            <Tag tone={page.open ? 'good' : 'neutral'}>{t(page.open ? 'open' : 'closed')}</Tag>
          </li>
        ))}
      </ul>
      <LinkButton href="/complaint/new" look="secondary">
        {t('list.file')}
      </LinkButton>
    </PublicLayout>
  );
}
