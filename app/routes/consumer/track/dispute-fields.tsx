import { DISPUTE_REASONS } from '#app/domain/case/outcomes.ts';
import { isIssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { issueLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { CheckboxGroup } from '#app/ui/choice-fields.tsx';
import type { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import { MESSAGE_LENGTH } from '#app/usecases/complaints/complainant-command.schema.ts';
import { fieldOfIssue } from '#app/usecases/complaints/dispute-by-issue.schema.ts';
import { LiveSecretsNotice } from '../filing/secrets-notice.tsx';
import { EvidenceField } from './evidence-field.tsx';

type T = ReturnType<typeof useT>;

function labelOf(t: T, issue: string): string {
  return isIssueAddress(issue) ? issueLabel(t, issue) : issue;
}

/** The names of the form's fields as the error summary gives them. */
export function disputeLabels(t: T, issues: readonly string[]): Readonly<Record<string, string>> {
  const labels: Record<string, string> = { issues: t('judge.issues') };
  for (const issue of issues) {
    for (const part of ['reasons', 'words', 'evidence']) {
      const question = t(`judge.${part}`);
      const label = labelOf(t, issue);
      labels[`${fieldOfIssue(issue)}.${part}`] =
        issues.length > 1 ? t('common:labelled', { label, value: question }) : question;
    }
  }
  return { ...labels, message: t(issues.length > 1 ? 'judge.overall' : 'judge.message') };
}

interface DisputeFieldsProps {
  readonly issues: readonly string[];
  readonly fields: ReturnType<typeof useFormFields>;
}

/** Which issues are not solved and, for each of them, why and with what proof. */
export function DisputeFields({ issues, fields }: DisputeFieldsProps) {
  const t = useT('track');
  const several = issues.length > 1;
  return (
    <div data-show-if="verdict=not-solved">
      {several ? (
        <CheckboxGroup
          {...fields.list('issues')}
          label={t('judge.issues')}
          options={issues.map(value => ({ value, label: labelOf(t, value) }))}
          required
        />
      ) : null}
      {issues.map(issue =>
        several ? (
          <fieldset
            key={issue}
            className="mb-8 min-w-0 border-s-4 border-line ps-4"
            data-show-if={`issues=${issue}`}
            data-only-shown=""
          >
            <legend className="mb-3 text-lg font-semibold">{labelOf(t, issue)}</legend>
            <AboutIssue issue={issue} fields={fields} withWords />
          </fieldset>
        ) : (
          <AboutIssue key={issue} issue={issue} fields={fields} />
        ),
      )}
      <TextArea
        {...fields.field('message')}
        label={t(several ? 'judge.overall' : 'judge.message')}
        hint={t('judge.messageHint')}
        maxLength={MESSAGE_LENGTH}
        required
      />
      <LiveSecretsNotice field="message" text={fields.field('message').defaultValue ?? ''} />
    </div>
  );
}

interface AboutIssueProps {
  readonly issue: string;
  readonly fields: ReturnType<typeof useFormFields>;
  readonly withWords?: boolean;
}

function AboutIssue({ issue, fields, withWords }: AboutIssueProps) {
  const t = useT('track');
  const name = fieldOfIssue(issue);
  const reasons = DISPUTE_REASONS.map(value => ({ value, label: t(`domain:disputeReason.${value}`) }));
  const uploads = fields.list(`${name}.uploads`).defaultValue;
  return (
    <>
      <CheckboxGroup
        {...fields.list(`${name}.reasons`)}
        label={t('judge.reasons')}
        options={reasons}
        required
      />
      {withWords ? (
        <TextArea
          {...fields.field(`${name}.words`)}
          label={t('judge.words')}
          maxLength={MESSAGE_LENGTH}
          rows={3}
        />
      ) : null}
      {uploads.length > 0 ? (
        <>
          <p className="mb-2">{t('judge.sent', { count: uploads.length })}</p>
          <HiddenFields values={{ [`${name}.uploads`]: [...uploads] }} />
        </>
      ) : null}
      <EvidenceField
        name={`${name}.evidence`}
        label={t('judge.evidence')}
        error={fields.errorOf(`${name}.evidence`)}
      />
    </>
  );
}
