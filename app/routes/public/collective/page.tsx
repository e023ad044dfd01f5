import { formatDate, formatMoney, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { env } from '#app/platform/env.server.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { CopyButton, LinkButton } from '#app/ui/button.tsx';
import { SupporterDays } from '#app/ui/collective/supporter-days.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { Notice, Panel } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { Reference } from '#app/ui/tag.tsx';
import {
  type PublicPageWithSums,
  readPublicPage,
} from '#app/usecases/collective/queries/public-pages.server.ts';
import type { Route } from './+types/page.ts';
import { PUBLIC_FOR_SECONDS } from './public-cache.ts';
import { standsOf } from './stands.ts';

export const headers = () => PUBLIC_FOR_SECONDS;

export async function loader({ params }: Route.LoaderArgs) {
  const page = await orErrorPage(() => readPublicPage(params.page));
  return { page, now: now().toISOString(), address: `${env().PUBLIC_URL}/collective/${page.slug}` };
}

function Facts({ page }: { page: PublicPageWithSums }) {
  const t = useT('collective');
  const { language, timeZone } = useApp();
  const day = (at: string) => formatDate(at, language, timeZone);
  return (
    <DefinitionList
      items={[
        { term: t('page.against'), value: <bdi>{page.operator}</bdi> },
        ...(page.startedAt === null ? [] : [{ term: t('page.since'), value: day(page.startedAt) }]),
        { term: t('page.filed'), value: day(page.filedAt) },
        { term: t('page.state'), value: t(`page.stands.${standsOf(page.state)}`) },
      ]}
    />
  );
}

function Loss({ loss }: { loss: PublicPageWithSums['loss'] }) {
  const t = useT('collective');
  const { language } = useApp();
  if (loss === null) return null;
  const amount = formatMoney(loss.amount, language);
  return (
    <p className="mb-2">
      {t('page.loss', { count: loss.stated, formatted: formatNumber(loss.stated, language), amount })}
    </p>
  );
}

function HowToSupport({ page }: { page: PublicPageWithSums }) {
  const t = useT('collective');
  if (!page.open) return <Notice>{t('page.closedText')}</Notice>;
  return (
    <div className="no-print">
      <p>{t('page.supportText')}</p>
      <p>
        <LinkButton href={`/collective/${page.slug}/support`}>{t('page.support')}</LinkButton>
      </p>
      <p>
        <a href={`/collective/${page.slug}/entry`}>{t('page.already')}</a>
      </p>
    </div>
  );
}

export default function CollectivePage({ loaderData }: Route.ComponentProps) {
  const t = useT('collective');
  const { language } = useApp();
  const { page, address } = loaderData;
  const count = t('supporters', {
    count: page.supporters,
    formatted: formatNumber(page.supporters, language),
  });
  return (
    <PublicLayout>
      <PageTitle
        caption={
          <>
            {t('page.caption')} <Reference>{page.reference}</Reference>
          </>
        }
        windowTitle={page.title}
      >
        <span lang={page.language} dir="auto">
          {page.title}
        </span>
      </PageTitle>
      <div className="mb-8 whitespace-pre-line" lang={page.language} dir="auto">
        {page.body}
      </div>
      <Facts page={page} />
      <div className="mt-8">
        <Panel title={t('page.countTitle')}>
          <p className="text-2xl font-semibold" data-supporters={page.supporters}>
            {count}
          </p>
          <Loss loss={page.loss} />
          <HowToSupport page={page} />
        </Panel>
      </div>
      {page.days.length === 0 ? null : <SupporterDays days={page.days} now={loaderData.now} />}
      <Section title={t('page.share')}>
        <p className="break-all">
          <bdi dir="ltr">{address}</bdi>
        </p>
        <CopyButton text={address} />
      </Section>
    </PublicLayout>
  );
}
