import { randomUUID } from 'node:crypto';
import {
  formatReceiptCode,
  normaliseReceiptCode,
  RECEIPT_CODE_BYTES,
} from '#app/domain/case/receipt-code.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import {
  keyedDigest,
  openSealedText,
  randomOctets,
  randomToken,
  sealText,
} from '#app/platform/crypto.server.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';
import { type Draft, findDraft, holderOf, keysOf } from './draft-access.server.ts';

type KeyKind = 'code' | 'link';

const TRIES_AT_CODES: RateLimit = { name: 'draft-code-address', points: 20, seconds: 900 };

function hashOf(kind: KeyKind, secret: string): string {
  return keyedDigest(`way back to a draft by ${kind}`, secret);
}

interface NewKey {
  readonly token: string;
  readonly kind: KeyKind;
  readonly secret: string;
  /** ISO instant. */
  readonly now: string;
  readonly expiresAt: Date;
}

/** One code and one link at a time lead to a draft: a new one ends the one before. */
async function addKey(tx: Tx, { token, kind, secret, now, expiresAt }: NewKey): Promise<void> {
  const { id: draftId } = keysOf(token);
  await tx.draftKey.deleteMany({ where: { draftId, kind } });
  await tx.draftKey.create({
    data: {
      ...{ id: randomUUID(), draftId, kind, expiresAt },
      secretHash: hashOf(kind, secret),
      sealedToken: sealText(token),
      createdAt: new Date(now),
    },
  });
}

/**
 * A new code with which the draft opens in any browser until it expires; it is kept as a digest and can't be shown
 * again. @throws AppError `draft-expired`, `already-filed`
 */
export async function issueDraftCode(token: string, now: string): Promise<string> {
  const secret = formatReceiptCode(randomOctets(RECEIPT_CODE_BYTES));
  await withActor(holderOf(token), async tx => {
    const { expiresAt } = await openDraftIn(tx, token, now);
    await addKey(tx, { token, kind: 'code', secret, now, expiresAt });
  });
  return secret;
}

/** The draft of a token, unfiled. @throws AppError `draft-expired`, `already-filed` */
export async function openDraftIn(tx: Tx, token: string, now: string): Promise<Draft> {
  const draft = await findDraft(tx, token, now);
  if (draft === null) throw new AppError('draft-expired');
  if (draft.filedCaseId !== null) throw new AppError('already-filed');
  return draft;
}

/** The secret of a link that opens the draft once, in the caller's transaction. */
export async function issueLinkSecret(
  tx: Tx,
  { token, now, expiresAt }: Pick<NewKey, 'token' | 'now' | 'expiresAt'>,
): Promise<string> {
  const secret = randomToken();
  await addKey(tx, { token, kind: 'link', secret, now, expiresAt });
  return secret;
}

async function tokenOf(kind: KeyKind, secret: string, now: string): Promise<string | null> {
  const secretHash = hashOf(kind, secret);
  const bearer: Actor = {
    ...{ role: 'complainant', id: null, name: null, organisation: null },
    draftToken: secretHash,
  };
  return withActor(bearer, async tx => {
    const key = await tx.draftKey.findUnique({ where: { secretHash } });
    if (key === null || key.kind !== kind || key.expiresAt.toISOString() <= now) return null;
    if (kind === 'link') {
      const { count } = await tx.draftKey.updateMany({
        where: { secretHash, usedAt: null },
        data: { usedAt: new Date(now) },
      });
      if (count === 0) return null;
    }
    return openSealedText(key.sealedToken);
  });
}

export interface WayBack {
  readonly kind: KeyKind;
  /** As typed, or as it stood in the link. */
  readonly secret: string;
  /** Network address of who asks; counted by its digest. */
  readonly address: string;
  /** ISO instant. */
  readonly now: string;
}

/**
 * The token and the draft to which a code or a link leads. An unknown code, one that has ended and a draft that is
 * gone are refused alike. @throws AppError `invalid-input` with the field `code`, `draft-expired` for a link,
 * `too-many-requests`
 */
export async function resumeDraft({ kind, secret, address, now }: WayBack): Promise<{
  readonly token: string;
  readonly draft: Draft;
}> {
  const read = kind === 'code' ? normaliseReceiptCode(secret.slice(0, 200)) : secret.slice(0, 200);
  const refused = (code: string) =>
    kind === 'code'
      ? new AppError('invalid-input', { fields: { code: { code } } })
      : new AppError('draft-expired');
  if (read === null) throw refused(secret.trim() === '' ? 'required' : 'mistyped');
  await spendAttempt(TRIES_AT_CODES, keyedDigest('address of a visitor', address));
  const token = await tokenOf(kind, read, now);
  const draft = token === null ? null : await withActor(holderOf(token), tx => findDraft(tx, token, now));
  if (token === null || draft === null || draft.filedCaseId !== null) throw refused('unknown-code');
  return { token, draft };
}
