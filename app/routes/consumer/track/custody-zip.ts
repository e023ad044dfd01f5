import { now } from '#app/platform/clock.server.ts';
import { archiveResponse } from '#app/platform/http/file-response.server.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { custodyBundle } from '#app/usecases/evidence/custody-bundle.server.ts';
import type { Route } from './+types/custody-zip.ts';
import { requireComplainant } from './open-case.server.ts';

/** A complainant's own part of what proves the evidence of the case. */
export async function loader({ request }: Route.LoaderArgs) {
  const actor = await requireComplainant(request);
  const where = { id: actor.caseId };
  return orErrorPage(async () => archiveResponse(await custodyBundle(actor, where, now())));
}
