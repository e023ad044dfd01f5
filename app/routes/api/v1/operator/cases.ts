import { checked } from '#app/usecases/complaints/officer-commands.schema.ts';
import { ListQuery } from '#app/usecases/operator-api/list-cases.schema.ts';
import { listCases } from '#app/usecases/operator-api/queries/list-cases.server.ts';
import { refuseMethod } from '../answer.server.ts';
import type { Route } from './+types/cases.ts';
import { shownRow } from './shown-case.server.ts';
import { jsonFor, withKey } from './with-key.server.ts';

/** The operator's cases by their last change: docs/api.md. */
export function loader({ request }: Route.LoaderArgs): Promise<Response> {
  return withKey({ request, operation: 'listCases' }, async asked => {
    const query = checked(ListQuery, Object.fromEntries(new URL(request.url).searchParams));
    const { actor, keyId, at } = asked;
    const { rows, nextCursor, syncedThrough } = await listCases({ actor, keyId, query, now: at });
    return jsonFor(asked, { cases: rows.map(shownRow), nextCursor, syncedThrough });
  });
}

export function action({ request }: Route.ActionArgs): Promise<Response> {
  return refuseMethod(request, 'GET, HEAD');
}
