import { Temporal } from 'temporal-polyfill';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';

/** For how long the page of people still shows an invitation that nobody took up. */
const LINK_DAYS = 30;

/**
 * Deletes mailed links whose time has long been over, used or not, and forms that waited in vain for their sender to
 * confirm: both hold what somebody stated.
 * @param now ISO instant
 * @returns how many of each it deleted
 */
export async function deleteExpiredAccess(now: string): Promise<{ links: number; forms: number }> {
  const at = Temporal.Instant.from(now);
  const longAgo = new Date(at.subtract({ hours: 24 * LINK_DAYS }).epochMilliseconds);
  return withActor(SYSTEM, async tx => {
    const links = await tx.accessLink.deleteMany({ where: { expiresAt: { lt: longAgo } } });
    const forms = await tx.heldForm.deleteMany({
      where: { expiresAt: { lt: new Date(at.epochMilliseconds) } },
    });
    return { links: links.count, forms: forms.count };
  });
}
