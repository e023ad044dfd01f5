import { openOriginal } from '#app/usecases/evidence/open-evidence.server.ts';
import type { Route } from './+types/evidence-original.ts';
import { serveEvidence } from './evidence-reader.server.ts';

/** A file as it came, as a download, for who may have originals. */
export function loader({ request, params }: Route.LoaderArgs) {
  return serveEvidence(request, params.id, openOriginal);
}
