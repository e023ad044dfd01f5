import { type CaseFilter, caseQuery } from '#app/usecases/complaints/case-filter.schema.ts';

export const PERFORMANCE_PATH = '/operator/performance';

/** The own cases behind a filter; whose they are need not be named. */
export function ownCasesHref({ operator: _own, ...filter }: CaseFilter): string {
  const query = caseQuery(filter);
  return `${PERFORMANCE_PATH}/cases${query === '' ? '' : `?${query}`}`;
}
