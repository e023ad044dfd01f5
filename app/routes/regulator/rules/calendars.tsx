import { redirect } from 'react-router';
import { mayEnter } from '#app/domain/access/areas.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Tabs } from '#app/ui/navigation.tsx';
import { Details } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { type CalendarBook, readCalendars } from '#app/usecases/rules/queries/read-calendars.server.ts';
import { RegulatorFrame } from '../frame.tsx';
import type { Route } from './+types/calendars.ts';
import { beginCalendar } from './begin-calendar.server.ts';
import { ChangeForm, DeclareForm, FeastsToConfirm } from './calendar-forms.tsx';
import { changeText } from './calendar-words.ts';
import { YearTable } from './calendar-year.tsx';
import { standingTone } from './standing.ts';

function yearAsked(request: Request, instant: string): number {
  const asked = Number(new URL(request.url).searchParams.get('year'));
  return Number.isInteger(asked) && asked > 1999 && asked < 2101 ? asked : Number(instant.slice(0, 4));
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'rules');
  const instant = now().toISOString();
  const year = yearAsked(request, instant);
  const { regions } = activeProfile();
  const language = requestLanguage(request, activeProfile());
  return {
    viewer: { name: staff.name, role: staff.role },
    book: await readCalendars(staff, { now: instant, year }),
    year,
    regions: regions.map(({ code, name }) => ({ value: code, label: name[language] })),
  };
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'rules-change');
  const begun = await beginCalendar(
    staff,
    await readForm(request),
    requestLanguage(request, activeProfile()),
  );
  return typeof begun === 'string' ? redirect(`/regulator/calendars/${begun}`, 303) : begun;
}

export default function Calendars({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('rules');
  const { viewer, book, year, regions } = loaderData;
  const mayChange = mayEnter(viewer.role, 'rules-change');
  const refused = (intent: string) => (actionData?.values.intent === intent ? actionData : undefined);
  return (
    <RegulatorFrame viewer={viewer} current="calendars">
      <PageTitle lead={t('calendar.lead', { version: book.latest })}>{t('calendar.title')}</PageTitle>
      <FeastsToConfirm book={book} mayChange={mayChange} refused={refused('settle')} />
      <Section title={t('calendar.year', { year })} id="year">
        <Years book={book} year={year} />
        <YearTable book={book} regions={regions} />
      </Section>
      {mayChange ? (
        <>
          <Details summary={t('calendar.declare')} open={refused('declare') !== undefined}>
            <DeclareForm names={book.names} regions={regions} refused={refused('declare')} />
          </Details>
          <Details summary={t('calendar.change')} open={refused('change') !== undefined}>
            <ChangeForm book={book} refused={refused('change')} />
          </Details>
        </>
      ) : null}
      <Versions book={book} />
    </RegulatorFrame>
  );
}

function Years({ book, year }: { book: CalendarBook; year: number }) {
  const t = useT('rules');
  const { from, to } = book.years;
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return (
    <Tabs
      label={t('calendar.years')}
      tabs={years.map(value => ({
        href: `/regulator/calendars?year=${value}#year`,
        label: String(value),
        current: value === year,
      }))}
    />
  );
}

function Versions({ book: { versions, names } }: { book: CalendarBook }) {
  const t = useT('rules');
  const { language, timeZone } = useApp();
  return (
    <Section title={t('calendar.versions')} id="versions">
      <DataTable
        stack
        id="calendar-versions"
        caption={t('calendar.versions')}
        captionHidden
        empty={t('calendar.noVersions')}
        rows={versions}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/regulator/calendars/${id}`}
        columns={[
          {
            key: 'id',
            header: t('list.version'),
            rowHeader: true,
            tight: true,
            cell: ({ id }) => (
              <a href={`/regulator/calendars/${id}`}>
                <bdi dir="ltr">{id}</bdi>
              </a>
            ),
          },
          {
            key: 'standing',
            header: t('list.standing'),
            tight: true,
            cell: ({ standing }) => <Tag tone={standingTone(standing)}>{t(`standing.${standing}`)}</Tag>,
          },
          {
            key: 'changes',
            header: t('calendar.changes'),
            cell: ({ changes }) =>
              changes.map(change => changeText(change, { t, language, timeZone, names })).join(' · '),
          },
          { key: 'source', header: t('field.source'), cell: ({ source }) => <bdi>{source}</bdi> },
        ]}
      />
    </Section>
  );
}
