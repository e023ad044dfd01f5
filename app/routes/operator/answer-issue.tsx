import type { SeenEvidence } from '#app/domain/access/seen-case.ts';
import { type DetailDefinition, detailsOf } from '#app/domain/case/answer-details.ts';
import { partsAsked } from '#app/domain/case/answer-substance.ts';
import { OPERATOR_OUTCOMES } from '#app/domain/case/outcomes.ts';
import { ACCEPTED_FILES, MAX_BYTES, MAX_FILES } from '#app/domain/evidence/media-types.ts';
import { formatBytes, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { issueTexts } from '#app/ui/case/complaint-part.tsx';
import { CheckboxGroup, SelectField } from '#app/ui/choice-fields.tsx';
import { DateField, DateTimeField } from '#app/ui/date-fields.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import type { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { MoneyField } from '#app/ui/money-field.tsx';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';
import type { AskedIssue } from '#app/usecases/responses/queries/answer-page.server.ts';
import { DisputedPart } from './disputed-part.tsx';

type Fields = ReturnType<typeof useFormFields>;

interface IssueProps {
  readonly asked: AskedIssue;
  readonly index: number;
  readonly total: number;
  readonly fields: Fields;
  /** Files of the case, to which an answer may point. */
  readonly proofs: readonly SeenEvidence[];
  /** Files that become the case's with the answer. */
  readonly held?: readonly SeenEvidence[];
  /** Nothing is attached here: the answer goes to many cases. */
  readonly filesApart?: boolean;
}

function ProofFields(props: Omit<IssueProps, 'total'>) {
  const { asked, index, fields, proofs, held = [], filesApart = false } = props;
  const t = useT('operator');
  const { language } = useApp();
  const limits = { number: formatNumber(MAX_FILES, language), size: formatBytes(MAX_BYTES, language) };
  return (
    <>
      <TextField
        {...fields.field(`items.${index}.proof`)}
        label={t('answer.proof')}
        hint={t('answer.proofHint')}
        depends
        showIf={askedFor(asked.issue, 'proof', `items.${index}.outcome`)}
      />
      {proofs.length + held.length === 0 ? null : (
        <CheckboxGroup
          {...fields.list(`items.${index}.evidenceIds`)}
          label={t('answer.attached')}
          options={[
            ...proofs.map(({ id, fileName }) => ({ value: id, label: <bdi>{fileName}</bdi> })),
            ...held.map(({ id, fileName }) => ({
              value: id,
              label: <bdi>{fileName}</bdi>,
              hint: t('answering:held.hint'),
            })),
          ]}
        />
      )}
      {filesApart ? null : (
        <FileField
          {...fields.field(`items.${index}.files`)}
          label={t('answer.files')}
          hint={t('answer.filesHint')}
          kinds={t('common:file.limits', limits)}
          accept={ACCEPTED_FILES}
          multiple
        />
      )}
    </>
  );
}

/** The outcomes with which a part's field is shown: where it is asked, and a proof wherever no booking says it. */
function askedFor(issue: string, part: 'action' | 'date' | 'amount' | 'proof', field: string): string {
  const outcomes = OPERATOR_OUTCOMES.filter(
    outcome =>
      partsAsked(issue, outcome).includes(part) ||
      (part === 'proof' && partsAsked(issue, outcome).includes('cause') && outcome !== 'remedied-with-money'),
  );
  return `${field}=${outcomes.join('|')}`;
}

/** The details whose hint says more than their label. */
const HINTED: readonly string[] = ['faultEnd', 'transaction', 'creditedAt', 'measured'];

/** A detail is asked where it has to be stated, and what stands in its place with it. */
function shownWith(detail: DetailDefinition, details: readonly DetailDefinition[], field: string): string {
  const replaced = details.filter(({ unless }) => unless?.key === detail.key);
  const outcomes = [detail, ...replaced].flatMap(({ asked }) => asked);
  return `${field}=${[...new Set(outcomes)].join('|')}`;
}

function DetailField({ detail, issue, index, fields }: DetailProps) {
  const t = useT('answering');
  const { key, type, options = [], maxLength = 200 } = detail;
  const details = detailsOf(issue);
  const props = {
    ...fields.field(`items.${index}.details.${key}`),
    label: t(`detail.${key}`),
    ...(HINTED.includes(key) && { hint: t(`detailHint.${key}`) }),
    showIf: shownWith(detail, details, `items.${index}.outcome`),
    required: detail.asked.length > 0 && detail.unless === undefined,
    depends: detail.unless !== undefined || details.some(({ unless }) => unless?.key === key),
  };
  if (type === 'datetime') return <DateTimeField {...props} />;
  if (type === 'text') return <TextField {...props} maxLength={maxLength} />;
  return (
    <SelectField {...props} options={options.map(value => ({ value, label: t(`option.${key}.${value}`) }))} />
  );
}

interface DetailProps {
  readonly detail: DetailDefinition;
  readonly issue: string;
  readonly index: number;
  readonly fields: Fields;
}

export function IssueFields(props: IssueProps) {
  const { asked, index, total, fields } = props;
  const t = useT('operator');
  const { issue } = asked;
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
        <DisputedPart asked={asked} />
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
        {detailsOf(issue).map(detail => (
          <DetailField key={detail.key} {...{ detail, issue, index, fields }} />
        ))}
        <DateField
          {...fields.field(name('date'))}
          label={t('answer.date')}
          hint={t('answering:promiseHint')}
          showIf={ifAsked('date')}
          required
        />
        <MoneyField
          {...fields.field(name('amount'))}
          label={t('answer.amount')}
          showIf={ifAsked('amount')}
          required
        />
        <ProofFields {...props} />
      </div>
    </fieldset>
  );
}

/** The labels of every field by its name, for the list of what is wrong. */
export function useAnswerLabels(issues: readonly string[]): Readonly<Record<string, string>> {
  const t = useT('operator');
  const parts = ['outcome', 'cause', 'action', 'date', 'amount', 'proof', 'files'];
  const named = issues.flatMap((issue, index) => {
    const texts = [
      ...parts.map(part => [part, t(`answer.${part}`)] as const),
      ...detailsOf(issue).map(({ key }) => [`details.${key}`, t(`answering:detail.${key}`)] as const),
    ];
    return texts.map(([part, label]) => {
      const text = issues.length === 1 ? label : t('answer.inIssue', { part: label, number: index + 1 });
      return [`items.${index}.${part}`, text] as const;
    });
  });
  return { ...Object.fromEntries(named), items: t('answer.itemsLabel'), message: t('answer.message') };
}
