import type { Language } from '#app/domain/shared/language.ts';
import { isCategory, isIssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { formatDate } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/i18n.ts';
import { categoryLabel, issueLabel } from '#app/i18n/taxonomy-texts.ts';
import { leftText } from '#app/ui/case/case-clocks.tsx';
import { FILED_BY } from '#app/usecases/complaints/queue-filter.schema.ts';

/** The texts of a queue's cells by their key. */
export interface QueueLabels {
  readonly category: (key: string) => string;
  readonly issue: (address: string) => string;
  readonly track: (key: string) => string;
  readonly state: (key: string) => string;
  readonly service: (key: string) => string;
  /** By which channel a case was filed, as `case.source` has it. */
  readonly source: (stored: string) => string;
  readonly reason: (key: string) => string;
  readonly left: (days: number) => string;
  readonly day: (date: string) => string;
}

/** Enough for every text of a language, a few hundred days and as many counts of days. */
const MOST_KEPT = 5_000;

/** A page asks for the same few texts hundreds of times, and looking one up with its plural costs more than the cell. */
function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return key => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const found = find(key);
    if (known.size < MOST_KEPT) known.set(key, found);
    return found;
  };
}

function sourceOf(stored: string): string {
  return FILED_BY.find(known => known === stored) ?? 'import';
}

/** @param timeZone of the regulator: the same for every page of an instance */
function labelsIn(language: Language, timeZone: string): QueueLabels {
  const t = translator(language, 'operator');
  return {
    category: remembered(key => (isCategory(key) ? categoryLabel(t, key) : key)),
    issue: remembered(address => (isIssueAddress(address) ? issueLabel(t, address) : address)),
    track: remembered(key => t(`taxonomy:track.${key}.label`)),
    state: remembered(key => t(`domain:state.${key}`)),
    service: remembered(key => t(`taxonomy:service.${key}`)),
    source: remembered(stored => t(`desk:source.${sourceOf(stored)}`)),
    reason: remembered(key => t(`queue.reason.${key}`)),
    left: remembered(days => leftText(t, days)),
    day: remembered(date => formatDate(date, language, timeZone, 'medium')),
  };
}

const byLanguage = new Map<string, QueueLabels>();

export function queueLabels(language: Language, timeZone: string): QueueLabels {
  const key = `${language} ${timeZone}`;
  const known = byLanguage.get(key) ?? labelsIn(language, timeZone);
  byLanguage.set(key, known);
  return known;
}
