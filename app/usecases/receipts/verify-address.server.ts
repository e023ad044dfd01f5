import { SYSTEM } from '#app/domain/case/states.ts';
import { isLanguage } from '#app/domain/shared/language.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { env } from '#app/platform/env.server.ts';
import { queueNote } from '../notifications/queue-note.server.ts';
import { activeProfile } from '../profile.server.ts';
import { emailDigest, issueToken, isTokenGood, LINK_MINUTES, takeToken } from './contact-tokens.server.ts';

const MINUTES_OF_A_DAY = 24 * 60;

/**
 * Sends who gave an e-mail address the link that confirms it; once for a case, however often this is called.
 * @param now ISO instant
 */
export async function offerVerification(caseId: string, now: string): Promise<void> {
  await withActor(SYSTEM, async tx => {
    // A job that runs twice at once must not void the token that the first one's mail carries.
    await tx.$queryRaw`SELECT 1 FROM "case" WHERE id = ${caseId}::uuid FOR UPDATE`;
    const found = await tx.case.findUnique({ where: { id: caseId }, include: { contact: true } });
    const email = found?.contact?.email;
    if (found === null || email == null || found.contact?.verifiedEmailDigest != null) return;
    const dedupeKey = `verify-address/${caseId}`;
    if ((await tx.mailOutbox.count({ where: { dedupeKey: `note/${dedupeKey}` } })) > 0) return;
    const token = await issueToken(tx, { caseId, email, purpose: 'verify-address', now });
    await queueNote(tx, {
      kind: 'receipt.verify-address',
      channel: 'mail',
      to: email,
      language: isLanguage(found.language) ? found.language : activeProfile().defaultLanguage,
      values: {
        reference: found.reference,
        days: String(LINK_MINUTES['verify-address'] / MINUTES_OF_A_DAY),
      },
      secrets: { link: `${env().PUBLIC_URL}/track/address?token=${token}` },
      dedupeKey,
      caseId,
    });
  });
}

/** Whether the link of a mail would still confirm an address. Looking at it uses nothing up. */
export function isAddressLinkGood(token: string, now: string): Promise<boolean> {
  return withActor(SYSTEM, tx => isTokenGood(tx, { token, purpose: 'verify-address', now }));
}

/** Confirms the address to which the token went. False when the link is spent, or the case has another address now. */
export function verifyAddress(token: string, now: string): Promise<boolean> {
  return withActor(SYSTEM, async tx => {
    const taken = await takeToken(tx, { token, purpose: 'verify-address', now });
    if (taken === null) return false;
    const contact = await tx.complainantContact.findUnique({ where: { caseId: taken.caseId } });
    if (contact?.email == null || emailDigest(contact.email) !== taken.emailDigest) return false;
    await tx.complainantContact.update({
      where: { caseId: taken.caseId },
      data: { verifiedEmailDigest: taken.emailDigest },
    });
    return true;
  });
}
