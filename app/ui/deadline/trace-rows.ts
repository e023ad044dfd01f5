import type { TraceLine } from '#app/domain/deadline/trace.ts';
import { formatDate, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import type { TraceRow } from './trace-table.tsx';
import { traceText } from './trace-text.ts';

/** Turns a trace into the rows that a table shows, in the page's language. */
export function useTraceRows(): (trace: readonly TraceLine[]) => readonly TraceRow[] {
  const t = useT('domain');
  const { language, timeZone } = useApp();
  return trace =>
    trace.map(line => ({
      key: line.date,
      date: formatDate(line.date, language, timeZone, 'weekday'),
      text: traceText(line, t, language),
      counts: line.counts,
      ...(line.number !== undefined && { count: formatNumber(line.number, language) }),
    }));
}
