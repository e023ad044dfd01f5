import { withActor } from '#app/platform/db/client.server.ts';
import { type Draft, findDraft, holderOf } from './draft-access.server.ts';

/** The draft to which a browser's token leads; null when there is none or its time is over. */
export async function openDraft(token: string, now: string): Promise<Draft | null> {
  return withActor(holderOf(token), tx => findDraft(tx, token, now));
}
