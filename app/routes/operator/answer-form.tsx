import type { SeenCase, SeenEvidence } from '#app/domain/access/seen-case.ts';
import { TEXT_LENGTH } from '#app/domain/case/answer.ts';
import { partsAsked } from '#app/domain/case/answer-substance.ts';
import { OPERATOR_OUTCOMES } from '#app/domain/case/outcomes.ts';
import { ACCEPTED_FILES, MAX_BYTES, MAX_FILES } from '#app/domain/evidence/media-types.ts';
import { formatBytes, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import type { Refused } from '#app/platform/http/refusal.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { issueTexts } from '#app/ui/case/complaint-part.tsx';
import { CheckboxGroup, SelectField } from '#app/ui/choice-fields.tsx';
import { DateField } from '#app/ui/date-fields.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { MoneyField } from '#app/ui/money-field.tsx';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';

type Fields = ReturnType<typeof useFormFields>;

interface IssueProps {
  readonly issue: string;
  readonly index: number;
  readonly total: number;
  readonly fields: Fields;
  /** Files of the case, to which an answer may point. */
  readonly proofs: readonly SeenEvidence[];
}

function ProofFields({ index, fields, proofs }: Pick<IssueProps, 'index' | 'fields' | 'proofs'>) {
  const t = useT('operator');
  const { language } = useApp();
  const limits = { number: formatNumber(MAX_FILES, language), size: formatBytes(MAX_BYTES, language) };
  return (
    <>
      <TextField
        {...fields.field(`items.${index}.proof`)}
        label={t('answer.proof')}
        hint={t('answer.proofHint')}
      />
      {proofs.length === 0 ? null : (
        <CheckboxGroup
          {...fields.list(`items.${index}.evidenceIds`)}
          label={t('answer.attached')}
          options={proofs.map(({ id, fileName }) => ({ value: id, label: <bdi>{fileName}</bdi> }))}
        />
      )}
      <FileField
        {...fields.field(`items.${index}.files`)}
        label={t('answer.files')}
        kinds={t('common:file.limits', limits)}
        accept={ACCEPTED_FILES}
        multiple
      />
    </>
  );
}

/** The outcomes that ask for a part, as the condition under which its field is shown. */
function askedFor(issue: string, part: 'action' | 'date' | 'amount', field: string): string {
  const outcomes = OPERATOR_OUTCOMES.filter(outcome => partsAsked(issue, outcome).includes(part));
  return `${field}=${outcomes.join('|')}`;
}

function IssueFields({ issue, index, total, fields, proofs }: IssueProps) {
  const t = useT('operator');
  const name = (part: string) => `items.${index}.${part}`;
  const ifAsked = (part: 'action' | 'date' | 'amount') => askedFor(issue, part, name('outcome'));
  return (
    <fieldset className="panel">
      <legend className="float-start mb-4 w-full">
        <h2>
          {total === 1 ? null : (
            <span className="caption">{t('answer.issue', { number: index + 1, total })} </span>
          )}
          {issueTexts(t, [issue])[0]}
        </h2>
      </legend>
      <HiddenFields values={{ [name('issue')]: issue }} />
      <div className="clear-both">
        <SelectField
          {...fields.field(name('outcome'))}
          label={t('answer.outcome')}
          options={OPERATOR_OUTCOMES.map(value => ({ value, label: t(`domain:operatorOutcome.${value}`) }))}
          required
        />
        <TextArea
          {...fields.field(name('cause'))}
          label={t('answer.cause')}
          hint={t('answer.causeHint')}
          rows={4}
          required
        />
        <TextArea
          {...fields.field(name('action'))}
          label={t('answer.action')}
          rows={4}
          showIf={ifAsked('action')}
          required
        />
        <DateField
          {...fields.field(name('date'))}
          label={t('answer.date')}
          showIf={ifAsked('date')}
          required
        />
        <MoneyField
          {...fields.field(name('amount'))}
          label={t('answer.amount')}
          showIf={ifAsked('amount')}
          required
        />
        <ProofFields index={index} fields={fields} proofs={proofs} />
      </div>
    </fieldset>
  );
}

/** The labels of every field by its name, for the list of what is wrong. */
export function useAnswerLabels(issues: readonly string[]): Readonly<Record<string, string>> {
  const t = useT('operator');
  const parts = ['outcome', 'cause', 'action', 'date', 'amount', 'proof', 'files'];
  const named = issues.flatMap((_, index) =>
    parts.map(part => {
      const label = t(`answer.${part}`);
      const text = issues.length === 1 ? label : t('answer.inIssue', { part: label, number: index + 1 });
      return [`items.${index}.${part}`, text] as const;
    }),
  );
  return { ...Object.fromEntries(named), items: t('answer.itemsLabel'), message: t('answer.message') };
}

/** An answer to each issue of the case, and to the customer. */
export function AnswerForm({ found, refused }: { found: SeenCase; refused: Refused | undefined }) {
  const t = useT('operator');
  const fields = useFormFields({ values: refused?.values ?? {}, errors: refused?.errors });
  const { issues, reference } = found.summary;
  const proofs = found.seen['evidence-copy'] ?? [];
  return (
    <PostForm multipart confirm={t('answer.confirm')}>
      <HiddenFields values={{ version: found.version }} />
      {issues.map((issue, index) => (
        <IssueFields
          key={issue}
          issue={issue}
          index={index}
          total={issues.length}
          fields={fields}
          proofs={proofs}
        />
      ))}
      <TextArea
        {...fields.field('message')}
        label={t('answer.message')}
        hint={t('answer.messageHint')}
        rows={6}
        maxLength={TEXT_LENGTH.max}
        required
      />
      <ButtonRow>
        <Button>{t('answer.send')}</Button>
        <LinkButton look="plain" href={`/operator/cases/${reference}`}>
          {t('answer.back')}
        </LinkButton>
      </ButtonRow>
    </PostForm>
  );
}
