import type { TraceLine } from '#app/domain/deadline/trace.ts';
import { formatDate, formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { Panel } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import type { BenchResult } from '#app/usecases/rules/test-bench.server.ts';

interface ResultsProps {
  readonly current: BenchResult;
  readonly candidate: BenchResult | null;
}

/** The deadline by the versions in force and by the one that is tried, and day by day why. */
export function BenchResults({ current, candidate }: ResultsProps) {
  const t = useT('rules');
  return (
    <Section title={t('bench.result')} id="result">
      <div className="grid gap-x-10 lg:grid-cols-2">
        <Side title={t('bench.current')} result={current} />
        {candidate === null ? null : <Side title={t('bench.candidate')} result={candidate} />}
      </div>
      <Days current={current} candidate={candidate} />
    </Section>
  );
}

function Side({ title, result }: { title: string; result: BenchResult }) {
  const t = useT('rules');
  const { language, timeZone } = useApp();
  return (
    <Panel title={title}>
      <DefinitionList
        items={[
          {
            term: t('bench.due'),
            value: <strong>{formatDateTime(result.dueAt, language, timeZone, 'long')}</strong>,
          },
          { term: t('bench.rule'), value: <bdi dir="ltr">{result.rule.id}</bdi> },
          { term: t('bench.calendar'), value: <bdi dir="ltr">{result.calendarVersion}</bdi> },
          { term: t('bench.text'), value: result.rule.text[language] },
        ]}
      />
    </Panel>
  );
}

function Days({ current, candidate }: ResultsProps) {
  const t = useT('rules');
  const { language, timeZone } = useApp();
  const before = new Map(current.trace.map(line => [line.date, line]));
  const after = new Map((candidate?.trace ?? []).map(line => [line.date, line]));
  const dates = [...new Set([...before.keys(), ...after.keys()])].sort();
  const text = (line: TraceLine | undefined) => {
    if (line === undefined) return t('none');
    const reason = t(`domain:traceReason.${line.reason}`);
    const named = line.holiday ? `${reason}: ${line.holiday[language]}` : reason;
    return line.number === undefined ? named : `${line.number} · ${named}`;
  };
  return (
    <DataTable
      id="trace"
      caption={t('bench.days')}
      rows={dates}
      rowKey={date => date}
      columns={[
        {
          key: 'date',
          header: t('calendar.date'),
          rowHeader: true,
          tight: true,
          cell: date => formatDate(date, language, timeZone, 'medium'),
        },
        { key: 'current', header: t('bench.current'), cell: date => text(before.get(date)) },
        ...(candidate === null
          ? []
          : [
              {
                key: 'candidate',
                header: t('bench.candidate'),
                cell: (date: string) => text(after.get(date)),
              },
            ]),
      ]}
    />
  );
}
