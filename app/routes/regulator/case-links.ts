import type { LinkToCases } from '#app/ui/figures/link-to-cases.ts';
import { type CaseFilter, caseQuery, MEASURE_FILTERS } from '#app/usecases/complaints/case-filter.schema.ts';

/** The list behind a filter. */
export function casesHref(filter: CaseFilter = {}): string {
  const query = caseQuery({ ...filter });
  return query === '' ? '/regulator/cases' : `/regulator/cases?${query}`;
}

/**
 * A case's page.
 * @param list the query of the list from which the case is opened, so that the page can lead to the next one in it
 */
export function caseHref(reference: string, list?: string): string {
  const page = `/regulator/cases/${reference}`;
  return list === undefined ? page : `${page}?${new URLSearchParams({ list }).toString()}`;
}

/** Leads from a figure to the cases that it counts, within the page's own filter. */
export function behindFigures(filter: CaseFilter): LinkToCases {
  return ({ measure, ...narrowing }) =>
    casesHref({ ...filter, ...narrowing, ...(measure === undefined ? {} : MEASURE_FILTERS[measure]) });
}
