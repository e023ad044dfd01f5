import { AppError } from '#app/domain/shared/errors.ts';
import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice-fields.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { UploadForm } from '#app/ui/upload-form.tsx';
import { acceptAnswer } from '#app/usecases/complaints/accept-answer.server.ts';
import { readVerdict } from '#app/usecases/complaints/complainant-command.schema.ts';
import { disputeAnswer } from '#app/usecases/complaints/dispute-answer.server.ts';
import { fieldOfIssue, readDisputeByIssue } from '#app/usecases/complaints/dispute-by-issue.schema.ts';
import type { CaseView } from '#app/usecases/complaints/queries/complainant-view.ts';
import type { Route } from './+types/answer.ts';
import { AnswerOfOperator } from './answer-of-operator.tsx';
import { answeredIssues, lastResponse } from './answered-issues.ts';
import { CommandPage } from './command-page.tsx';
import { DisputeFields, disputeLabels } from './dispute-fields.tsx';
import { accepted, giveCommand, type Submission } from './give-command.server.ts';
import { loadForCommand, loadOpenCase } from './open-case.server.ts';

export async function loader({ request }: Route.LoaderArgs) {
  const { view, standing } = await loadForCommand(request, 'accept');
  const { next, seen } = view;
  const response = lastResponse(view);
  const evidence = seen['evidence-copy'] ?? [];
  return {
    standing,
    response,
    evidence,
    issues: answeredIssues(view),
    dueAt: next.kind === 'judge' ? next.dueAt : null,
  };
}

export async function action({ request }: Route.ActionArgs) {
  const view = await loadOpenCase(request);
  return giveCommand(request, 'judged', form => judge(form, view));
}

/** Files sent meanwhile move the case's version on, so the form names the answer that it judges instead. */
function judge({ values, filesOf, command }: Submission, view: CaseView) {
  if (values.response !== lastResponse(view)?.id) throw new AppError('case-changed');
  const order = { ...command, expectedVersion: view.version };
  const issues = answeredIssues(view);
  if (accepted(readVerdict(values)) === 'solved') return acceptAnswer(order);
  const dispute = accepted(readDisputeByIssue(values, issues));
  return disputeAnswer({
    ...order,
    issues: dispute.issues.map(({ issue }) => issue),
    reasons: [...new Set(dispute.issues.flatMap(({ reasons }) => reasons))],
    explanation: dispute.message,
    files: [],
    byIssue: dispute.issues.map(about => ({
      ...about,
      files: filesOf(`${fieldOfIssue(about.issue)}.evidence`),
    })),
  });
}

function Silence({ dueAt }: { dueAt: string }) {
  const t = useT('track');
  const { language, timeZone } = useApp();
  return (
    <Notice title={t('judge.untilTitle', { date: formatDate(dueAt, language, timeZone) })}>
      <p>{t('judge.silence')}</p>
    </Notice>
  );
}

export default function Judge({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('track');
  const { standing, response, evidence, issues, dueAt } = loaderData;
  const fields = useFormFields(actionData ?? {});
  const labels = { verdict: t('judge.verdict'), ...disputeLabels(t, issues) };
  const verdicts = [
    { value: 'solved', label: t('judge.solved'), hint: t('judge.solvedHint') },
    { value: 'not-solved', label: t('judge.notSolved'), hint: t('judge.notSolvedHint') },
  ];
  const about = response ? (
    <AnswerOfOperator {...{ response, evidence }} operator={standing.operator} />
  ) : null;
  return (
    <CommandPage
      title={t('judge.title')}
      lead={t('judge.lead')}
      refused={actionData}
      {...{ standing, labels, about }}
    >
      {dueAt ? <Silence dueAt={dueAt} /> : null}
      <UploadForm owner="case" stay>
        <HiddenFields values={{ response: response?.id ?? '' }} />
        <RadioGroup {...fields.field('verdict')} label={t('judge.verdict')} options={verdicts} required />
        <DisputeFields issues={issues} fields={fields} />
        <ButtonRow>
          <Button>{t('judge.submit')}</Button>
        </ButtonRow>
      </UploadForm>
    </CommandPage>
  );
}
