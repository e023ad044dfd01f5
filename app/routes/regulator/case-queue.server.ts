import type { SeenCase } from '#app/domain/access/seen-case.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { caseQuery, readCaseFilter } from '#app/usecases/complaints/case-filter.schema.ts';
import { neighbourCases } from '#app/usecases/complaints/queries/neighbour-cases.server.ts';
import { placeQuery, readPlace } from '#app/usecases/complaints/queries/regulator-cases.server.ts';
import { caseHref, casesHref } from './case-links.ts';
import { filterChoices } from './filter-choices.server.ts';

/** Where a case leads within the list from which it was opened. */
export interface CaseQueue {
  readonly back: string;
  readonly previous: string | null;
  readonly next: string | null;
}

/** The list that the address of a case's page names, as addresses; null where the case was opened on its own. */
export async function readCaseQueue(
  actor: Actor,
  request: Request,
  { found, now }: { readonly found: SeenCase; readonly now: string },
): Promise<CaseQueue | null> {
  const list = new URL(request.url).searchParams.get('list');
  if (list === null) return null;
  const params = new URLSearchParams(list);
  const filter = readCaseFilter(params, await filterChoices());
  const of = { id: found.id, filedAt: found.summary.filedAt };
  const { previous, next } = await neighbourCases({ actor, filter, of, now });
  const query = caseQuery({ ...filter, ...placeQuery(readPlace(params)) });
  return {
    back: query === '' ? casesHref() : `${casesHref()}?${query}`,
    previous: previous === null ? null : caseHref(previous, query),
    next: next === null ? null : caseHref(next, query),
  };
}
