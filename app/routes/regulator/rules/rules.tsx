import { mayEnter } from '#app/domain/access/areas.ts';
import { CLOCK_KINDS } from '#app/domain/deadline/rule.ts';
import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { readRules, type SeenRuleLine } from '#app/usecases/rules/queries/read-rules.server.ts';
import { RegulatorFrame } from '../frame.tsx';
import type { Route } from './+types/rules.ts';
import { durationText, scopeText } from './rule-words.ts';
import { standingTone } from './standing.ts';

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'rules');
  const lines = await readRules(staff, now().toISOString());
  return { viewer: { name: staff.name, role: staff.role }, lines };
}

export default function Rules({ loaderData: { viewer, lines } }: Route.ComponentProps) {
  const t = useT('rules');
  return (
    <RegulatorFrame viewer={viewer} current="rules">
      <PageTitle lead={t('list.lead')}>{t('list.title')}</PageTitle>
      <ButtonRow>
        {mayEnter(viewer.role, 'rules-change') ? (
          <LinkButton href="/regulator/rules/new">{t('list.new')}</LinkButton>
        ) : null}
        <LinkButton href="/regulator/rules/bench" look="secondary">
          {t('bench.title')}
        </LinkButton>
      </ButtonRow>
      {CLOCK_KINDS.map(clock => (
        <Clock
          key={clock}
          clock={clock}
          lines={lines.filter(({ versions }) => versions[0]?.rule.clock === clock)}
        />
      ))}
    </RegulatorFrame>
  );
}

function Clock({ clock, lines }: { clock: string; lines: readonly SeenRuleLine[] }) {
  const t = useT('rules');
  const { language, timeZone } = useApp();
  if (lines.length === 0) return null;
  const rows = lines.flatMap(({ versions }) => versions);
  return (
    <Section title={t(`domain:clock.${clock}`)} id={`clock-${clock}`}>
      <DataTable
        id={`rules-${clock}`}
        caption={t(`domain:clock.${clock}`)}
        captionHidden
        rows={rows}
        rowKey={({ rule }) => rule.id}
        rowHref={({ rule }) => `/regulator/rules/${rule.id}`}
        columns={[
          {
            key: 'id',
            header: t('list.version'),
            rowHeader: true,
            tight: true,
            cell: ({ rule }) => (
              <a href={`/regulator/rules/${rule.id}`}>
                <bdi dir="ltr">{rule.id}</bdi>
              </a>
            ),
          },
          {
            key: 'standing',
            header: t('list.standing'),
            tight: true,
            cell: ({ standing }) => <Tag tone={standingTone(standing)}>{t(`standing.${standing}`)}</Tag>,
          },
          { key: 'time', header: t('field.amount'), tight: true, cell: ({ rule }) => durationText(rule, t) },
          { key: 'scope', header: t('field.scope'), cell: ({ rule }) => scopeText(rule.scope, t, language) },
          {
            key: 'from',
            header: t('list.period'),
            tight: true,
            cell: ({ rule, standing }) =>
              standing === 'draft' || standing === 'withdrawn'
                ? t('none')
                : [rule.validFrom, ...(rule.validTo ? [rule.validTo] : [])]
                    .map(day => formatDate(day, language, timeZone, 'medium'))
                    .join(' – '),
          },
        ]}
      />
    </Section>
  );
}
