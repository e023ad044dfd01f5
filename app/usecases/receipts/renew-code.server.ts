import { setTimeout as pause } from 'node:timers/promises';
import { formatReceiptCode, RECEIPT_CODE_BYTES } from '#app/domain/case/receipt-code.ts';
import { parseReference } from '#app/domain/case/reference.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { isLanguage } from '#app/domain/shared/language.ts';
import { keyedDigest, randomOctets } from '#app/platform/crypto.server.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { env } from '#app/platform/env.server.ts';
import { type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';
import { executeIn } from '../complaints/execute-command.server.ts';
import { hashReceiptCode } from '../complaints/file-complaint.server.ts';
import { queueNote } from '../notifications/queue-note.server.ts';
import { activeProfile } from '../profile.server.ts';
import { emailDigest, issueToken, isTokenGood, LINK_MINUTES, takeToken } from './contact-tokens.server.ts';

/** Requests for a new code: for one reference, and from one network address. */
export const RENEWAL_LIMITS = {
  reference: { name: 'renew-reference', points: 3, seconds: 3600 },
  address: { name: 'renew-address', points: 10, seconds: 3600 },
} as const satisfies Record<string, RateLimit>;

/** The answer takes this long at least, so that its time doesn't tell whether a mail was written. */
const ANSWER_MILLISECONDS = 400;

interface RenewalRequest {
  /** Both as somebody typed them. */
  readonly reference: string;
  readonly email: string;
  /** Network address of who asks; counted by its digest. */
  readonly address: string;
  /** ISO instant. */
  readonly now: string;
}

function read({ reference: typed, email }: RenewalRequest): string {
  const parsed = parseReference(typed.slice(0, 200));
  const fields: Record<string, FieldErrors[string]> = {};
  if (typed.trim() === '') fields.reference = { code: 'required' };
  else if (!parsed.ok)
    fields.reference = { code: parsed.reason === 'mistyped' ? 'mistyped' : 'not-a-reference' };
  if (email.trim() === '') fields.email = { code: 'required' };
  else if (!email.includes('@') || email.length > 320) fields.email = { code: 'invalid-email' };
  if (parsed.ok && Object.keys(fields).length === 0) return parsed.reference;
  throw new AppError('invalid-input', { fields });
}

async function sendLink(tx: Tx, reference: string, { email, now }: RenewalRequest): Promise<void> {
  const found = await tx.case.findUnique({ where: { reference }, include: { contact: true } });
  const confirmed = found?.contact?.verifiedEmailDigest;
  const known = found?.contact?.email;
  if (found === null || known == null || confirmed == null) return;
  if (emailDigest(email) !== confirmed || emailDigest(known) !== confirmed) return;
  const token = await issueToken(tx, { caseId: found.id, email: known, purpose: 'renew-code', now });
  await queueNote(tx, {
    kind: 'receipt.recover',
    channel: 'mail',
    to: known,
    language: isLanguage(found.language) ? found.language : activeProfile().defaultLanguage,
    values: { reference, minutes: String(LINK_MINUTES['renew-code']) },
    secrets: { link: `${env().PUBLIC_URL}/track/new-code?token=${token}` },
    dedupeKey: `renew-code/${found.id}/${now}`,
    caseId: found.id,
  });
}

/**
 * Sends a link to a confirmed address, if reference and address belong together. Says nothing of whether they do,
 * neither by its answer nor by its time.
 * @throws AppError invalid-input with fields, too-many-requests
 */
export async function requestNewCode(request: RenewalRequest): Promise<void> {
  const reference = read(request);
  await spendAttempt(RENEWAL_LIMITS.address, keyedDigest('address of a visitor', request.address));
  await spendAttempt(RENEWAL_LIMITS.reference, reference);
  const work = withActor(SYSTEM, tx => sendLink(tx, reference, request));
  await Promise.all([work, pause(ANSWER_MILLISECONDS)]);
}

/** Whether the link of a mail would still give a new code. Looking at it uses nothing up. */
export function isRenewalLinkGood(token: string, now: string): Promise<boolean> {
  return withActor(SYSTEM, tx => isTokenGood(tx, { token, purpose: 'renew-code', now }));
}

/**
 * A new code for the case to which the token belongs, shown this once; the old one opens nothing any more, and the
 * record says so. Null when the link is spent or too old.
 */
export async function renewCode(
  token: string,
  now: string,
): Promise<{ readonly reference: string; readonly code: string } | null> {
  const code = formatReceiptCode(randomOctets(RECEIPT_CODE_BYTES));
  const receiptHash = await hashReceiptCode(code);
  return withActor(SYSTEM, async tx => {
    const taken = await takeToken(tx, { token, purpose: 'renew-code', now });
    if (taken === null) return null;
    const { caseId } = taken;
    await executeIn(tx, { actor: SYSTEM, caseId, command: 'renew-code', now }, () => ({
      events: [{ type: 'code-renewed', payload: {} }],
    }));
    const { reference } = await tx.case.update({ where: { id: caseId }, data: { receiptHash } });
    return { reference, code };
  });
}
