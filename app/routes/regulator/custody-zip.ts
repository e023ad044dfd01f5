import { now } from '#app/platform/clock.server.ts';
import { archiveResponse } from '#app/platform/http/file-response.server.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { custodyBundle } from '#app/usecases/evidence/custody-bundle.server.ts';
import type { Route } from './+types/custody-zip.ts';

/** Everything that proves a case's evidence, for who may have originals. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'regulator');
  const where = { reference: params.reference };
  return orErrorPage(async () => archiveResponse(await custodyBundle(staff, where, now())));
}
