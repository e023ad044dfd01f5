import type { LinkToCases } from '#app/ui/figures/link-to-cases.ts';
import { type CaseFilter, caseQuery, MEASURE_FILTERS } from '#app/usecases/complaints/case-filter.schema.ts';

/** The list behind a filter. */
export function casesHref(filter: CaseFilter = {}): string {
  const query = caseQuery({ ...filter });
  return query === '' ? '/regulator/cases' : `/regulator/cases?${query}`;
}

export function caseHref(reference: string): string {
  return `/regulator/cases/${reference}`;
}

/** Leads from a figure to the cases that it counts, within the page's own filter. */
export function behindFigures(filter: CaseFilter): LinkToCases {
  return ({ measure, ...narrowing }) =>
    casesHref({ ...filter, ...narrowing, ...(measure === undefined ? {} : MEASURE_FILTERS[measure]) });
}
