import { fileResponse } from '#app/platform/http/file-response.server.ts';
import { checked } from '#app/usecases/complaints/officer-commands.schema.ts';
import { openCopy, openOriginal } from '#app/usecases/evidence/open-evidence.server.ts';
import { EvidenceQuery } from '#app/usecases/operator-api/evidence-query.schema.ts';
import { refuseMethod } from '../answer.server.ts';
import type { Route } from './+types/evidence.ts';
import { withKey } from './with-key.server.ts';

/** A file of a case: the cleaned copy, or the original for whom the visibility matrix lets have it. */
export function loader({ request, params: { evidenceId } }: Route.LoaderArgs): Promise<Response> {
  return withKey({ request, operation: 'getEvidence', reference: evidenceId }, async ({ actor, at }) => {
    const query = checked(EvidenceQuery, Object.fromEntries(new URL(request.url).searchParams));
    const open = query.version === 'original' ? openOriginal : openCopy;
    const range = request.headers.get('range');
    return fileResponse(await open(actor, { evidenceId, range, now: new Date(at) }));
  });
}

export function action({ request }: Route.ActionArgs): Promise<Response> {
  return refuseMethod(request, 'GET, HEAD');
}
