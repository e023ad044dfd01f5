import { now } from '#app/platform/clock.server.ts';
import { prepareService } from '#app/usecases/complaints/serve-case.server.ts';
import { offerVerification } from '#app/usecases/receipts/verify-address.server.ts';
import type { JobData } from '../contracts.ts';

/** What follows a filing or a re-routing. */
export async function processFiling({ caseId }: JobData<'process-filing'>): Promise<void> {
  const at = now().toISOString();
  await prepareService(caseId, at);
  await offerVerification(caseId, at);
}
