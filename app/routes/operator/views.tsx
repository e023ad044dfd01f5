import { redirect } from 'react-router';
import { QUEUE_COLUMNS } from '#app/domain/desk/columns.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup } from '#app/ui/choice-fields.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { queueAddress } from '#app/usecases/complaints/queue-filter.schema.ts';
import {
  chooseColumns,
  chooseDefaultView,
  deleteView,
  saveView,
} from '#app/usecases/desk/change-views.server.ts';
import { type DeskViewShown, deskPreferences } from '#app/usecases/desk/queries/desk-views.server.ts';
import type { Route } from './+types/views.ts';
import { nameOf, OperatorPage, PRIVATE_PAGE } from './operator-page.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  const done = new URL(request.url).searchParams.has('done');
  return { staff: nameOf(staff), ...(await deskPreferences(staff)), done };
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'operator');
  const form = await readForm(request);
  const given = Object.fromEntries(form);
  try {
    if (given.intent === 'save') {
      const { query } = await saveView({ actor: staff, now: now().toISOString() }, given);
      return redirect(`/operator?${query === '' ? 'show=open' : query}&done=view-saved`);
    }
    if (given.intent === 'delete') await deleteView(staff, String(given.id));
    if (given.intent === 'default') await chooseDefaultView(staff, given.id ? String(given.id) : null);
    if (given.intent === 'columns') await chooseColumns(staff, form.getAll('columns').map(String));
  } catch (error) {
    return refuse(error, given);
  }
  return redirect('/operator/views?done=1');
}

function ViewCommands({ view }: { view: DeskViewShown }) {
  const t = useT('desk');
  const [id, label] = view.isDefault ? ['', t('views.noDefault')] : [view.id, t('views.makeDefault')];
  return (
    <div className="button-row">
      <PostForm>
        <HiddenFields values={{ intent: 'default', id }} />
        <Button look="plain" small>
          {label}
        </Button>
      </PostForm>
      <PostForm confirm={view.shared ? t('views.deleteShared', { name: view.name }) : undefined}>
        <HiddenFields values={{ intent: 'delete', id: view.id }} />
        <Button look="plain" small>
          {t('views.delete')}
        </Button>
      </PostForm>
    </div>
  );
}

function Views({ views }: { views: readonly DeskViewShown[] }) {
  const t = useT('desk');
  return (
    <DataTable
      stack
      id="views"
      caption={t('views.label')}
      captionHidden
      rows={views}
      rowKey={({ id }) => id}
      emptyTitle={t('views.none')}
      empty={t('views.noneHint')}
      columns={[
        {
          key: 'name',
          header: t('views.name'),
          rowHeader: true,
          cell: view => <a href={queueAddress(view.filter)}>{view.name}</a>,
        },
        {
          key: 'whose',
          header: t('views.whose'),
          cell: ({ shared }) => t(shared ? 'views.shared' : 'views.own'),
        },
        {
          key: 'default',
          header: t('views.default'),
          cell: ({ isDefault }) => (isDefault ? t('views.isDefault') : ''),
        },
        { key: 'commands', header: t('views.change'), cell: view => <ViewCommands view={view} /> },
      ]}
    />
  );
}

export default function SavedViews({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('desk');
  const { staff, views, columns, done } = loaderData;
  return (
    <OperatorPage staff={staff} current="queue">
      <PageTitle lead={<a href="/operator">{t('beside.back')}</a>}>{t('views.title')}</PageTitle>
      {done ? (
        <Notice kind="success" live>
          {t('done.saved')}
        </Notice>
      ) : null}
      <ErrorSummary errors={actionData?.errors} labels={{ name: t('views.name') }} />
      <Section title={t('views.label')}>
        <Views views={views} />
      </Section>
      <Section title={t('columns.title')}>
        <PostForm>
          <HiddenFields values={{ intent: 'columns' }} />
          <CheckboxGroup
            name="columns"
            label={t('columns.label')}
            required
            inline
            defaultValue={[...columns]}
            options={QUEUE_COLUMNS.map(value => ({ value, label: t(`operator:queue.column.${value}`) }))}
          />
          <Button>{t('columns.save')}</Button>
        </PostForm>
      </Section>
    </OperatorPage>
  );
}
