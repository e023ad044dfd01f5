import type { LinkToCases } from '#app/ui/figures/link-to-cases.ts';
import { type CaseFilter, caseQuery, MEASURE_FILTERS } from '#app/usecases/complaints/case-filter.schema.ts';

export const PERFORMANCE_PATH = '/operator/performance';

/** The own cases behind a filter; whose they are need not be named. */
export function ownCasesHref({ operator: _own, ...filter }: CaseFilter): string {
  const query = caseQuery(filter);
  return `${PERFORMANCE_PATH}/cases${query === '' ? '' : `?${query}`}`;
}

/** Leads from a figure to the own cases that it counts, within the page's own filter. */
export function behindOwnFigures(filter: CaseFilter): LinkToCases {
  return ({ measure, ...narrowing }) =>
    ownCasesHref({ ...filter, ...narrowing, ...(measure === undefined ? {} : MEASURE_FILTERS[measure]) });
}
