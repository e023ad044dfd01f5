import type { SeenCase } from '#app/domain/access/seen-case.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { formatDateTime, formatMoney, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { SupporterDays } from '#app/ui/collective/supporter-days.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { Reference } from '#app/ui/tag.tsx';
import {
  type CollectiveCase,
  readCollectiveCase,
  type SupportFlags,
} from '#app/usecases/collective/queries/collective-case.server.ts';
import { readCasePage } from '#app/usecases/complaints/queries/case-page.server.ts';
import type { Route } from './+types/supporters.ts';
import { caseHref } from './case-links.ts';
import { RegulatorFrame } from './frame.tsx';
import { EarlierTexts, TextCommands } from './public-text-forms.tsx';
import { giveTextCommand } from './supporters-command.server.ts';

export async function loader({ request, params }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'regulator');
  const instant = now().toISOString();
  return orErrorPage(async () => {
    const found = await readCasePage(staff, params.reference, instant);
    if (found.summary.track !== 'collective') throw new AppError('not-found');
    return {
      viewer: { name: staff.name, role: staff.role },
      found,
      collective: await readCollectiveCase(staff, found.id),
      now: instant,
      done: new URL(request.url).searchParams.has('done'),
    };
  });
}

export async function action({ request, params }: Route.ActionArgs) {
  const staff = await requireStaff(request, 'regulator-commands');
  const instant = now().toISOString();
  const found = await orErrorPage(() => readCasePage(staff, params.reference, instant));
  if (found.summary.track !== 'collective') toErrorPage(new AppError('not-found'));
  return giveTextCommand({ request, actor: staff, now: instant, found });
}

function Sums({ collective, found, at }: { collective: CollectiveCase; found: SeenCase; at: string }) {
  const t = useT('collective');
  const { language } = useApp();
  const { supporters, stated, lossMinor, days, page } = collective;
  const { reference, currency } = found.summary;
  const count = (value: number) => ({ count: value, formatted: formatNumber(value, language) });
  return (
    <Section title={t('staff.title')} id="supporters">
      <p className="text-xl font-semibold">{t('supporters', count(supporters))}</p>
      <p>
        {lossMinor === null
          ? t('staff.noLoss')
          : t('page.loss', {
              ...count(stated),
              amount: formatMoney({ amountMinor: lossMinor, currency }, language),
            })}
      </p>
      {days.length === 0 ? null : <SupporterDays days={days} now={at} />}
      <p>
        <a href={`${caseHref(reference)}/supporters.csv`} download>
          {t('staff.csv')}
        </a>
        {page === null ? null : (
          <>
            {' · '}
            <a href={`/collective/${page.slug}`}>{t('own.toPage')}</a>
          </>
        )}
      </p>
    </Section>
  );
}

function Flags({ flags }: { flags: SupportFlags }) {
  const t = useT('collective');
  const { language, timeZone } = useApp();
  const { bursts, sharedLines, linked } = flags;
  const count = (value: number) => ({ count: value, formatted: formatNumber(value, language) });
  return (
    <Section title={t('staff.flags')} id="flags">
      {bursts.length + sharedLines + linked === 0 ? <p className="muted">{t('staff.noFlags')}</p> : null}
      <ul className="plain">
        {bursts.map(burst => (
          <li key={`${burst.hour}-${burst.network}`}>
            {t('staff.burst', {
              ...count(burst.count),
              hour: formatDateTime(burst.hour, language, timeZone),
              network: burst.network,
            })}
          </li>
        ))}
        {linked === 0 ? null : <li>{t('staff.linked', count(linked))}</li>}
        {sharedLines === 0 ? null : <li>{t('staff.sharedLines', count(sharedLines))}</li>}
      </ul>
    </Section>
  );
}

export default function Supporters({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('collective');
  const { viewer, found, collective, done } = loaderData;
  const { reference } = found.summary;
  return (
    <RegulatorFrame viewer={viewer} current="cases">
      <p className="mb-2">
        <a href={caseHref(reference)}>{t('staff.back')}</a>
      </p>
      <PageTitle caption={<Reference>{reference}</Reference>}>{t('staff.manage')}</PageTitle>
      {done && actionData === undefined ? (
        <Notice kind="success" live>
          {t('staff.done')}
        </Notice>
      ) : null}
      <div className="grid gap-x-10 lg:grid-cols-2">
        <div className="min-w-0">
          <TextCommands found={found} texts={collective.texts} refused={actionData} />
          <EarlierTexts texts={collective.texts} />
        </div>
        <div className="min-w-0">
          <Sums collective={collective} found={found} at={loaderData.now} />
          {collective.flags === null ? null : <Flags flags={collective.flags} />}
        </div>
      </div>
    </RegulatorFrame>
  );
}
