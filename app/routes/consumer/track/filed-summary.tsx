import { localDateOf, startOfDay } from '#app/domain/shared/plain-date.ts';
import { factsOf, isCategory, isIssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { formatDate, formatDateTime, formatMoney } from '#app/i18n/format.ts';
import { categoryLabel, factLabel, formatFact, issueLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { type AppInformation, useApp } from '#app/ui/app-context.tsx';
import { SummaryList, type SummaryRow } from '#app/ui/lists.tsx';
import { Section } from '#app/ui/page-title.tsx';
import type { CaseFields, CaseSummary } from '#app/usecases/complaints/queries/complainant-view.ts';

type T = ReturnType<typeof useT>;
type Reader = Pick<AppInformation, 'language' | 'timeZone'>;
type Seen = Partial<CaseFields>;

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="plain">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** A moment that was stated without a time is the start of its day. */
function momentText(at: string, { language, timeZone }: Reader): string {
  const day = localDateOf(at, timeZone);
  return startOfDay(day, timeZone) === at
    ? formatDate(day, language, timeZone)
    : formatDateTime(at, language, timeZone, 'long');
}

function whenText(summary: CaseSummary, t: T, reader: Reader): string | null {
  if (summary.startedAt === null) return null;
  const from = momentText(summary.startedAt, reader);
  if (summary.ongoing) return t('filed.ongoing', { from });
  return summary.endedAt === null
    ? from
    : t('filed.fromTo', { from, to: momentText(summary.endedAt, reader) });
}

function problemRows(
  summary: CaseSummary,
  t: T,
  reader: Reader,
  region: string | null,
): readonly SummaryRow[] {
  const { category, issues, operator, service, commune } = summary;
  const labels = issues.map(issue => (isIssueAddress(issue) ? issueLabel(t, issue) : issue));
  return [
    { label: t('filed.operator'), value: `${operator.name} · ${t(`taxonomy:service.${service}`)}` },
    { label: t('filed.category'), value: isCategory(category) ? categoryLabel(t, category) : category },
    { label: t('filed.issues'), value: <Lines lines={labels} /> },
    { label: t('filed.when'), value: whenText(summary, t, reader) },
    { label: t('filed.where'), value: [commune, region].filter(Boolean).join(', ') || null },
  ];
}

function factRows(seen: Seen, t: T, reader: Reader): readonly SummaryRow[] {
  const category = seen['case-summary']?.category;
  if (!isCategory(category)) return [];
  const values: Readonly<Record<string, unknown>> = { ...seen.facts, ...seen['personal-facts'] };
  return factsOf(category)
    .filter(fact => values[fact.key] !== undefined && values[fact.key] !== null)
    .map(fact => ({
      label: factLabel(t, fact),
      value: <bdi>{formatFact(values[fact.key], fact, reader)}</bdi>,
    }));
}

function attemptLines(seen: Seen, t: T, { language, timeZone }: Reader): readonly string[] {
  return (seen.attempts ?? []).map(({ on, channel, result, ticket, note }) =>
    [
      formatDate(on, language, timeZone, 'medium'),
      t(`taxonomy:attemptChannel.${channel}`),
      t(`taxonomy:attemptResult.${result}`),
      ticket,
      note,
    ]
      .filter(Boolean)
      .join(' · '),
  );
}

function wishRows(seen: Seen, summary: CaseSummary, t: T, reader: Reader): readonly SummaryRow[] {
  const attempts = attemptLines(seen, t, reader);
  const remedies = summary.remedySought.map(remedy => t(`taxonomy:remedy.${remedy}`));
  const needs = summary.vulnerability.map(need => t(`taxonomy:vulnerability.${need}`));
  return [
    { label: t('filed.attempts'), value: attempts.length > 0 ? <Lines lines={attempts} /> : null },
    {
      label: t('filed.narrative'),
      value: (
        <span className="whitespace-pre-line" dir="auto">
          {seen.narrative}
        </span>
      ),
    },
    { label: t('filed.remedies'), value: <Lines lines={remedies} /> },
    { label: t('filed.amount'), value: summary.amount ? formatMoney(summary.amount, reader.language) : null },
    ...(needs.length > 0 ? [{ label: t('filed.needs'), value: <Lines lines={needs} /> }] : []),
  ];
}

function personRows(seen: Seen, t: T): readonly SummaryRow[] {
  const { identity, contact } = seen;
  const ltr = (text: string | null | undefined) => (text ? <bdi dir="ltr">{text}</bdi> : null);
  const organisation = [identity?.organisationName, identity?.organisationNumber].filter(Boolean).join(' · ');
  return [
    { label: t('filed.name'), value: <bdi>{identity?.name}</bdi> },
    ...(organisation ? [{ label: t('filed.organisation'), value: <bdi>{organisation}</bdi> }] : []),
    { label: t('filed.line'), value: ltr(identity?.lineNumber) },
    { label: t('filed.email'), value: ltr(contact?.email) },
    { label: t('filed.phone'), value: ltr(contact?.phone) },
  ];
}

/** The complaint as it was filed: nothing in it changes afterwards. */
export function FiledSummary({ seen, region }: { seen: Seen; region: string | null }) {
  const t = useT('track');
  const reader = useApp();
  const summary = seen['case-summary'];
  if (summary === undefined) return null;
  const date = formatDateTime(summary.filedAt, reader.language, reader.timeZone, 'long');
  const rows = [
    ...problemRows(summary, t, reader, region),
    ...factRows(seen, t, reader),
    ...wishRows(seen, summary, t, reader),
    ...personRows(seen, t),
  ];
  return (
    <Section title={t('filed.title')} id="filed">
      <p className="muted">{t('filed.at', { date })}</p>
      <SummaryList rows={rows} />
    </Section>
  );
}
