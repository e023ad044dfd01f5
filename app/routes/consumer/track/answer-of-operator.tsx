import { detailsOf } from '#app/domain/case/answer-details.ts';
import { isIssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { formatDate, formatDateTime, formatMoney } from '#app/i18n/format.ts';
import { issueLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { type DefinitionItem, DefinitionList } from '#app/ui/lists.tsx';
import { Details } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import type { OwnAnswer, OwnEvidence } from '#app/usecases/complaints/queries/complainant-view.ts';

type Item = OwnAnswer['items'][number];

/** What proves an action: the operator's words, and its files. */
function Proof({ item, evidence }: { item: Item; evidence: readonly OwnEvidence[] }) {
  const files = evidence.filter(({ id }) => item.evidenceIds.includes(id));
  return (
    <>
      {words(item.proof)}
      {files.map(({ id, fileName, copyState }) => (
        <p key={id}>
          {copyState === 'ready' ? (
            <a href={`/evidence/${id}/copy`}>
              <bdi>{fileName}</bdi>
            </a>
          ) : (
            <bdi>{fileName}</bdi>
          )}
        </p>
      ))}
    </>
  );
}

function words(text: string | null | undefined) {
  return text ? (
    <div className="whitespace-pre-line" dir="auto">
      {text}
    </div>
  ) : null;
}

function AnsweredIssue({ item, evidence }: { item: Item; evidence: readonly OwnEvidence[] }) {
  const t = useT('track');
  const { language, timeZone, currency } = useApp();
  const rows: readonly DefinitionItem[] = [
    { term: t('answer.outcome'), value: t(`domain:operatorOutcome.${item.outcome}`) },
    { term: t('answer.cause'), value: words(item.cause) },
    { term: t('answer.action'), value: words(item.action) },
    ...detailsOf(item.issue).flatMap(({ key, type }) => {
      const value = item.details[key];
      if (value === undefined) return [];
      const shown = type === 'choice' ? t(`answering:option.${key}.${value}`) : <bdi key={key}>{value}</bdi>;
      return [
        {
          term: t(`answering:detail.${key}`),
          value: type === 'datetime' ? formatDateTime(value, language, timeZone) : shown,
        },
      ];
    }),
    { term: t('answer.date'), value: item.date ? formatDate(item.date, language, timeZone) : null },
    {
      term: t('answer.amount'),
      value: item.amountMinor ? formatMoney({ amountMinor: item.amountMinor, currency }, language) : null,
    },
    {
      term: t('answer.proof'),
      value: item.proof || item.evidenceIds.length > 0 ? <Proof item={item} evidence={evidence} /> : null,
    },
  ];
  return (
    <>
      <h3 className="mt-6 mb-2">{isIssueAddress(item.issue) ? issueLabel(t, item.issue) : item.issue}</h3>
      <DefinitionList items={rows.filter(({ value }) => value !== null)} />
    </>
  );
}

interface AnswerProps {
  readonly response: OwnAnswer;
  readonly evidence: readonly OwnEvidence[];
}

function AnswerBody({ response, evidence }: AnswerProps) {
  const t = useT('track');
  const { language, timeZone } = useApp();
  return (
    <>
      <p className="muted">
        {t('answer.at', { date: formatDateTime(response.at, language, timeZone, 'long') })}
      </p>
      {response.message ? <div className="mt-3">{words(response.message)}</div> : null}
      {response.items.map(item => (
        <AnsweredIssue key={item.issue} item={item} evidence={evidence} />
      ))}
    </>
  );
}

/** One answer of the operator, issue by issue. */
export function AnswerOfOperator({ operator, ...answer }: AnswerProps & { readonly operator: string }) {
  const t = useT('track');
  return (
    <Section title={t('answer.title', { operator })}>
      <AnswerBody {...answer} />
    </Section>
  );
}

interface AnswersProps {
  readonly responses: readonly OwnAnswer[];
  readonly evidence: readonly OwnEvidence[];
  readonly operator: string;
}

/** The last answer, and the earlier ones folded up behind it. */
export function AnswersOfOperator({ responses, evidence, operator }: AnswersProps) {
  const t = useT('track');
  const last = responses.at(-1);
  if (last === undefined) return null;
  return (
    <>
      <AnswerOfOperator response={last} evidence={evidence} operator={operator} />
      {responses.slice(0, -1).map(response => (
        <Details key={response.id} summary={t('answer.earlier')}>
          <AnswerBody response={response} evidence={evidence} />
        </Details>
      ))}
    </>
  );
}
