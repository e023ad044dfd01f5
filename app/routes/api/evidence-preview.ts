import { openPreview } from '#app/usecases/evidence/open-evidence.server.ts';
import type { Route } from './+types/evidence-preview.ts';
import { serveEvidence } from './evidence-reader.server.ts';

/** A small picture of a file: of a photo, or of a page of a document. */
export function loader({ request, params }: Route.LoaderArgs) {
  const number = /^\d{1,3}$/.test(params.number) ? Number(params.number) : -1;
  return serveEvidence(request, params.id, (actor, opening) => openPreview(actor, { ...opening, number }));
}
