import { useT } from '#app/i18n/use-translation.ts';
import { requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { EmptyState, Notice } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { queueAddress, readQueueFilter } from '#app/usecases/complaints/queue-filter.schema.ts';
import type { Route } from './+types/bulk.ts';
import { useAnswerLabels } from './answer-issue.tsx';
import { type BulkState, giveBulkOrder } from './bulk-order.server.ts';
import { BulkVerdicts } from './bulk-verdicts.tsx';
import { nameOf, OperatorPage, PRIVATE_PAGE, type StaffName } from './operator-page.tsx';
import { SharedAnswerForm } from './shared-answer-form.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  return { staff: nameOf(staff) };
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  return giveBulkOrder(request, await requireStaff(request, 'operator'));
}

function Summary({ state }: { state: BulkState }) {
  const t = useT('desk');
  const good = state.verdicts.filter(({ ok }) => ok).length;
  const bad = state.verdicts.length - good;
  const done = state.step === 'done';
  return (
    <Notice kind={done ? 'success' : 'info'} live>
      <p>
        {done ? null : <strong>{t('bulk.preview')} </strong>}
        {t(done ? 'bulk.didIt' : 'bulk.willDo', { count: good })}{' '}
        {bad === 0 ? null : t('bulk.cannot', { count: bad })}
      </p>
      {state.instead === null || state.to === null ? null : (
        <p>{t('bulk.covered', { name: state.instead, cover: state.to })}</p>
      )}
    </Notice>
  );
}

function Commands({ state, back }: { state: BulkState; back: string }) {
  const t = useT('desk');
  const { command, verdicts, step, cases, query, assignee } = state;
  const runs = step === 'preview' && verdicts.some(({ ok }) => ok);
  if (command === 'answer' && step === 'preview')
    return <SharedAnswerForm state={state} back={back} runs={runs} />;
  const backLink = (
    <LinkButton href={back} look="secondary">
      {t('beside.back')}
    </LinkButton>
  );
  if (!runs) return <ButtonRow>{backLink}</ButtonRow>;
  return (
    <PostForm>
      <HiddenFields values={{ do: command, step: 'run', cases, query, to: assignee }} />
      <ButtonRow>
        <Button>{t(`bulk.run.${command}`)}</Button>
        {backLink}
      </ButtonRow>
    </PostForm>
  );
}

function Faults({ state: { errors, issues } }: { state: BulkState }) {
  const t = useT('desk');
  return <ErrorSummary errors={errors} labels={{ ...useAnswerLabels(issues), assignee: t('bulk.to') }} />;
}

/** The preview is the answer to a form: its address alone shows nothing. */
function NothingChosen({ staff }: { staff: StaffName }) {
  const t = useT('desk');
  return (
    <OperatorPage staff={staff} current="queue">
      <PageTitle lead={<a href="/operator">{t('beside.back')}</a>}>{t('bulk.none')}</PageTitle>
      <p>{t('bulk.noneHint')}</p>
    </OperatorPage>
  );
}

export default function Bulk({ loaderData: { staff }, actionData: state }: Route.ComponentProps) {
  const t = useT('desk');
  if (state === undefined) return <NothingChosen staff={staff} />;
  const back = queueAddress(readQueueFilter(new URLSearchParams(state.query)));
  const nothing = state.cases === '';
  return (
    <OperatorPage staff={staff} current="queue">
      <PageTitle lead={state.to === null ? undefined : <bdi>{state.to}</bdi>}>
        {t(`bulk.title.${state.command}`)}
      </PageTitle>
      {state.step === 'done' ? null : <Faults state={state} />}
      {nothing ? <EmptyState title={t('bulk.none')}>{t('bulk.noneHint')}</EmptyState> : null}
      {state.verdicts.length === 0 ? null : <Summary state={state} />}
      {nothing ? null : <Commands state={state} back={back} />}
      {state.verdicts.length === 0 ? null : <BulkVerdicts state={state} />}
    </OperatorPage>
  );
}
