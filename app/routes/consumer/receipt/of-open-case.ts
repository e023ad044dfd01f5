import { requireComplainant } from '../track/open-case.server.ts';
import type { Route } from './+types/of-open-case.ts';
import { handOutReceipt } from './hand-out.server.ts';

/** The receipt's file for who has opened the case. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const { caseId } = await requireComplainant(request);
  return handOutReceipt(request, caseId, params.format);
}
