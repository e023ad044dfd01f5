import { type CaseFilter, caseQuery } from '#app/usecases/complaints/case-filter.schema.ts';

/** The list behind a filter. */
export function casesHref(filter: CaseFilter = {}): string {
  const query = caseQuery({ ...filter });
  return query === '' ? '/regulator/cases' : `/regulator/cases?${query}`;
}

export function caseHref(reference: string): string {
  return `/regulator/cases/${reference}`;
}
