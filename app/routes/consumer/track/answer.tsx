import { DISPUTE_REASONS } from '#app/domain/case/outcomes.ts';
import { isIssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { formatDate } from '#app/i18n/format.ts';
import { issueLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { CheckboxGroup, RadioGroup } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import { acceptAnswer } from '#app/usecases/complaints/accept-answer.server.ts';
import { MESSAGE_LENGTH, readJudgement } from '#app/usecases/complaints/complainant-command.schema.ts';
import { disputeAnswer } from '#app/usecases/complaints/dispute-answer.server.ts';
import type { Route } from './+types/answer.ts';
import { AnswerOfOperator } from './answer-of-operator.tsx';
import { answeredIssues, lastResponse } from './answered-issues.ts';
import { CommandPage } from './command-page.tsx';
import { EvidenceField } from './evidence-field.tsx';
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
  const issues = answeredIssues(await loadOpenCase(request));
  return giveCommand(request, 'judged', form => judge(form, issues));
}

function judge({ values, files, command }: Submission, issues: readonly string[]) {
  const judgement = accepted(readJudgement(values, issues));
  if (judgement.verdict === 'solved') return acceptAnswer(command);
  const { reasons, message } = judgement;
  return disputeAnswer({ ...command, issues: judgement.issues, reasons, explanation: message, files });
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

type Fields = ReturnType<typeof useFormFields>;

function DisputeFields({ issues, fields }: { issues: readonly string[]; fields: Fields }) {
  const t = useT('track');
  const showIf = 'verdict=not-solved';
  const reasons = DISPUTE_REASONS.map(value => ({ value, label: t(`domain:disputeReason.${value}`) }));
  const choices = issues.map(value => ({
    value,
    label: isIssueAddress(value) ? issueLabel(t, value) : value,
  }));
  return (
    <>
      {issues.length > 1 ? (
        <CheckboxGroup
          {...fields.list('issues')}
          label={t('judge.issues')}
          options={choices}
          showIf={showIf}
          required
        />
      ) : null}
      <CheckboxGroup
        {...fields.list('reasons')}
        label={t('judge.reasons')}
        options={reasons}
        showIf={showIf}
        required
      />
      <TextArea
        {...fields.field('message')}
        label={t('judge.message')}
        hint={t('judge.messageHint')}
        maxLength={MESSAGE_LENGTH}
        showIf={showIf}
        required
      />
      <EvidenceField label={t('judge.evidence')} error={fields.errorOf('evidence')} showIf={showIf} />
    </>
  );
}

export default function Judge({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('track');
  const { standing, response, evidence, issues, dueAt } = loaderData;
  const fields = useFormFields(actionData ?? {});
  const labels = {
    verdict: t('judge.verdict'),
    issues: t('judge.issues'),
    reasons: t('judge.reasons'),
    message: t('judge.message'),
    evidence: t('judge.evidence'),
  };
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
      <PostForm multipart>
        <HiddenFields values={{ expectedVersion: String(standing.version) }} />
        <RadioGroup {...fields.field('verdict')} label={labels.verdict} options={verdicts} required />
        <DisputeFields issues={issues} fields={fields} />
        <ButtonRow>
          <Button>{t('judge.submit')}</Button>
        </ButtonRow>
      </PostForm>
    </CommandPage>
  );
}
