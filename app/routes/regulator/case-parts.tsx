import type { CaseState } from '#app/domain/case/states.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Tag, type TagTone } from '#app/ui/tag.tsx';
import type { CaseFilter } from '#app/usecases/complaints/case-filter.schema.ts';
import { caseQuery } from '#app/usecases/complaints/case-filter.schema.ts';

const TONES: Readonly<Partial<Record<string, TagTone>>> = {
  filed: 'attention',
  misdirected: 'attention',
  disputed: 'attention',
  under_review: 'attention',
  answered: 'accent',
  decided: 'accent',
  resolved: 'good',
} satisfies Partial<Record<CaseState, TagTone>>;

export function StateTag({ state }: { state: string }) {
  const t = useT('domain');
  return <Tag tone={TONES[state] ?? 'neutral'}>{t(`state.${state}`)}</Tag>;
}

/** The list behind a filter. */
export function casesHref(filter: CaseFilter = {}): string {
  const query = caseQuery({ ...filter });
  return query === '' ? '/regulator/cases' : `/regulator/cases?${query}`;
}

export function caseHref(reference: string): string {
  return `/regulator/cases/${reference}`;
}
