import { refuseMethod } from '../answer.server.ts';
import type { Route } from './+types/case.ts';
import { readCase } from './read-case.server.ts';
import { shownCase } from './shown-case.server.ts';
import { jsonFor, withKey } from './with-key.server.ts';

/** One case as its operator may see it: docs/api.md. */
export function loader({ request, params: { reference } }: Route.LoaderArgs): Promise<Response> {
  return withKey({ request, operation: 'getCase', reference }, async asked => {
    const found = await readCase(asked, reference);
    return jsonFor(asked, shownCase(found, asked.language), { version: found.version });
  });
}

export function action({ request }: Route.ActionArgs): Promise<Response> {
  return refuseMethod(request, 'GET, HEAD');
}
