import { redirect } from 'react-router';
import { now } from '#app/platform/clock.server.ts';
import { receiptCookie } from '#app/platform/session/cookies.server.ts';
import { keptReceipt } from '#app/usecases/complaints/drafts/read-receipt.server.ts';
import type { Route } from './+types/just-filed.ts';
import { handOutReceipt } from './hand-out.server.ts';

/** The receipt's file for the browser that has just filed. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const kept = keptReceipt(await receiptCookie.read(request, now()));
  if (kept === null) throw redirect('/complaint/receipt');
  return handOutReceipt(request, kept.caseId, params.format);
}
