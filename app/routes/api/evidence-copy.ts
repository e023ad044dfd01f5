import { openCopy } from '#app/usecases/evidence/open-evidence.server.ts';
import type { Route } from './+types/evidence-copy.ts';
import { serveEvidence } from './evidence-reader.server.ts';

/** The cleaned copy of a file, to be looked at in the browser. */
export function loader({ request, params }: Route.LoaderArgs) {
  return serveEvidence(request, params.id, openCopy);
}
