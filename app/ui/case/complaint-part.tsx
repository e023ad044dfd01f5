import type { ReactNode } from 'react';
import type { SeenAttempt, SeenCase, SeenSummary } from '#app/domain/access/seen-case.ts';
import { localDateOf, startOfDay } from '#app/domain/shared/plain-date.ts';
import { factsOf, isCategory, isIssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { formatDate, formatDateTime, formatMoney } from '#app/i18n/format.ts';
import { factLabel, formatFact, issueLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { DataTable } from '../data-table.tsx';
import { type DefinitionItem, DefinitionList } from '../lists.tsx';
import { Section } from '../page-title.tsx';

type T = ReturnType<typeof useT>;
type Reader = Pick<ReturnType<typeof useApp>, 'language' | 'timeZone'>;

function Lines({ lines }: { lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return null;
  return lines.length === 1 ? (
    lines[0]
  ) : (
    <ul className="m-0 list-none p-0">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The texts of issues, also of those that an imported case names and the taxonomy doesn't have. */
export function issueTexts(t: T, issues: readonly string[]): readonly string[] {
  return issues.map(issue => (isIssueAddress(issue) ? issueLabel(t, issue) : issue));
}

/** A moment that was stated without a time is the start of its day. */
function momentText(at: string, { language, timeZone }: Reader): string {
  const day = localDateOf(at, timeZone);
  return startOfDay(day, timeZone) === at
    ? formatDate(day, language, timeZone)
    : formatDateTime(at, language, timeZone, 'long');
}

function whenText(summary: SeenSummary, t: T, reader: Reader): string | null {
  if (summary.startedAt === null) return null;
  const from = momentText(summary.startedAt, reader);
  if (summary.ongoing) return t('case.ongoingSince', { from });
  return summary.endedAt === null
    ? from
    : t('case.fromTo', { from, to: momentText(summary.endedAt, reader) });
}

/** Issues, wishes, amount and circumstances of a case. */
export function AskedPart({ summary }: { summary: SeenSummary }) {
  const t = useT('operator');
  const reader = useApp();
  const { language, timeZone } = reader;
  const texts = (kind: string, keys: readonly string[]) => keys.map(key => t(`taxonomy:${kind}.${key}`));
  const place = [summary.commune, summary.region?.[language]].filter(Boolean).join(' · ');
  const items: DefinitionItem[] = [
    { term: t('case.issues'), value: <Lines lines={issueTexts(t, summary.issues)} /> },
    { term: t('case.remedySought'), value: <Lines lines={texts('remedy', summary.remedySought)} /> },
    { term: t('case.amount'), value: summary.amount ? formatMoney(summary.amount, language) : null },
    { term: t('case.service'), value: t(`taxonomy:service.${summary.service}`) },
    { term: t('case.when'), value: whenText(summary, t, reader) },
    { term: t('case.where'), value: place || null },
    { term: t('case.filedAt'), value: formatDateTime(summary.filedAt, language, timeZone) },
  ];
  if (summary.vulnerability.length > 0) {
    items.push({
      term: t('case.needs'),
      value: <Lines lines={texts('vulnerability', summary.vulnerability)} />,
    });
  }
  return (
    <Section title={t('case.asked')} id="asked">
      <DefinitionList items={items} dense />
    </Section>
  );
}

/** The facts that the category asks, as far as they were given and may be seen. */
export function FactsPart({ found: { summary, seen } }: { found: SeenCase }) {
  const t = useT('operator');
  const reader = useApp();
  const values: Readonly<Record<string, unknown>> = { ...seen.facts, ...seen['personal-facts'] };
  const facts = isCategory(summary.category) ? factsOf(summary.category) : [];
  const given = facts.filter(({ key }) => values[key] !== undefined && values[key] !== null);
  if (given.length === 0) return null;
  return (
    <Section title={t('case.facts')} id="facts">
      <DefinitionList
        dense
        items={given.map(fact => ({
          key: fact.key,
          term: factLabel(t, fact),
          value: (
            <span className="whitespace-pre-line" dir="auto">
              {formatFact(values[fact.key], fact, reader)}
            </span>
          ),
        }))}
      />
    </Section>
  );
}

export function NarrativePart({ narrative }: { narrative: string | undefined }) {
  const t = useT('operator');
  if (narrative === undefined) return null;
  return (
    <Section title={t('case.narrative')} id="narrative">
      <blockquote className="whitespace-pre-line" dir="auto">
        {narrative}
      </blockquote>
    </Section>
  );
}

export function AttemptsPart({ attempts }: { attempts: readonly SeenAttempt[] | undefined }) {
  const t = useT('operator');
  const { language, timeZone } = useApp();
  if (attempts === undefined) return null;
  return (
    <Section title={t('case.attempts')} id="attempts">
      <DataTable
        stack
        id="attempts-table"
        caption={t('case.attempts')}
        captionHidden
        empty={t('case.noAttempts')}
        rows={attempts}
        rowKey={attempt => `${attempt.on} ${attempt.channel} ${attempt.ticket ?? ''}`}
        columns={[
          {
            key: 'on',
            header: t('case.attemptOn'),
            tight: true,
            cell: row => formatDate(row.on, language, timeZone, 'medium'),
          },
          {
            key: 'channel',
            header: t('case.attemptChannel'),
            cell: row => t(`taxonomy:attemptChannel.${row.channel}`),
          },
          {
            key: 'result',
            header: t('case.attemptResult'),
            cell: row => t(`taxonomy:attemptResult.${row.result}`),
          },
          { key: 'ticket', header: t('case.ticket'), cell: row => <bdi>{row.ticket}</bdi> },
          { key: 'note', header: t('case.attemptNote'), cell: row => <span dir="auto">{row.note}</span> },
        ]}
      />
    </Section>
  );
}
