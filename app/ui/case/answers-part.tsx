import type { SeenAnswer, SeenAnswerItem, SeenDecision, SeenEvidence } from '#app/domain/access/seen-case.ts';
import { detailsOf } from '#app/domain/case/answer-details.ts';
import { formatDate, formatDateTime, formatDays, formatMoney } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { type AppInformation, useApp } from '../app-context.tsx';
import { DefinitionList } from '../lists.tsx';
import { Panel } from '../notice.tsx';
import { Section } from '../page-title.tsx';
import { issueTexts } from './complaint-part.tsx';

function text(value: string | null) {
  return value === null ? null : (
    <span className="whitespace-pre-line" dir="auto">
      {value}
    </span>
  );
}

interface ItemProps {
  readonly item: SeenAnswerItem;
  readonly currency: string;
  readonly files: readonly SeenEvidence[];
}

function Proof({ item, files }: Omit<ItemProps, 'currency'>) {
  const attached = files.filter(file => item.evidenceIds.includes(file.id));
  if (attached.length === 0) return text(item.proof);
  return (
    <>
      {text(item.proof)}
      <ul className="m-0 list-none p-0">
        {attached.map(file => (
          <li key={file.id}>
            <a href={`/evidence/${file.id}/copy`}>
              <bdi>{file.fileName}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the category asked in fields of its own: times in words, options by their names. */
function detailRows(
  item: SeenAnswerItem,
  t: ReturnType<typeof useT>,
  { language, timeZone }: AppInformation,
) {
  return detailsOf(item.issue).flatMap(({ key, type }) => {
    const value = item.details[key];
    if (value === undefined) return [];
    if (type === 'datetime')
      return [{ term: t(`answering:detail.${key}`), value: formatDateTime(value, language, timeZone) }];
    const shown = type === 'choice' ? t(`answering:option.${key}.${value}`) : <bdi key={key}>{value}</bdi>;
    return [{ term: t(`answering:detail.${key}`), value: shown }];
  });
}

/** What an answer says of one issue. */
export function AnswerItem({ item, currency, files }: ItemProps) {
  const t = useT('operator');
  const app = useApp();
  const { language, timeZone } = app;
  const { outcome, cause, action, date, amountMinor, proof, evidenceIds } = item;
  const amount = amountMinor === null ? null : formatMoney({ amountMinor, currency }, language);
  const hasProof = proof !== null || evidenceIds.length > 0;
  const rows = [
    { term: t('answer.outcome'), value: t(`domain:operatorOutcome.${outcome}`) },
    { term: t('answer.cause'), value: text(cause) },
    { term: t('answer.action'), value: text(action) },
    ...detailRows(item, t, app),
    { term: t('answer.date'), value: date === null ? null : formatDate(date, language, timeZone) },
    { term: t('answer.amount'), value: amount },
    { term: t('answer.proof'), value: hasProof ? <Proof item={item} files={files} /> : null },
  ];
  return (
    <>
      <h3 className="mt-4 mb-1">{issueTexts(t, [item.issue])[0]}</h3>
      <DefinitionList dense items={rows.filter(row => row.value !== null)} />
    </>
  );
}

interface AnswersPartProps {
  readonly answers: readonly SeenAnswer[] | undefined;
  readonly decisions: readonly SeenDecision[] | undefined;
  readonly currency: string;
  readonly files: readonly SeenEvidence[] | undefined;
}

/** The operator's answers, issue by issue, and the regulator's decisions. */
export function AnswersPart({ answers = [], decisions = [], currency, files = [] }: AnswersPartProps) {
  const t = useT('operator');
  const { language, timeZone } = useApp();
  if (answers.length === 0 && decisions.length === 0) return null;
  return (
    <Section title={t('case.answers')} id="answers">
      {answers.map(answer => (
        <Panel
          key={answer.id}
          title={t('case.answerNumber', { number: answer.number })}
          aside={<span className="muted">{formatDateTime(answer.at, language, timeZone)}</span>}
        >
          <blockquote className="whitespace-pre-line" dir="auto">
            {answer.message}
          </blockquote>
          {answer.items.map(item => (
            <AnswerItem key={item.issue} item={item} currency={currency} files={files} />
          ))}
        </Panel>
      ))}
      {decisions.map(decision => (
        <Decision key={decision.id} decision={decision} />
      ))}
    </Section>
  );
}

function Decision({ decision }: { decision: SeenDecision }) {
  const t = useT('operator');
  const { language, timeZone } = useApp();
  const rows = [
    { term: t('decision.outcome'), value: t(`domain:regulatorOutcome.${decision.outcome}`) },
    { term: t('decision.reasons'), value: text(decision.reasons) },
    { term: t('decision.remedy'), value: text(decision.remedy) },
    {
      term: t('decision.within'),
      value: decision.remedyDays === null ? null : formatDays(decision.remedyDays, language),
    },
    {
      term: t('decision.amount'),
      value: decision.amount === null ? null : formatMoney(decision.amount, language),
    },
  ];
  return (
    <Panel
      title={t('case.decision')}
      aside={<span className="muted">{formatDateTime(decision.at, language, timeZone)}</span>}
    >
      <DefinitionList dense items={rows.filter(row => row.value !== null)} />
    </Panel>
  );
}
