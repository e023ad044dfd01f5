import { randomUUID } from 'node:crypto';
import { SYSTEM } from '#app/domain/case/states.ts';
import { isOnRecord, mayTry, takesSupport } from '#app/domain/collective/support.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { keyedDigest, sameDigest } from '#app/platform/crypto.server.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { SupporterRequest } from '#app/platform/db/generated/client.ts';
import { type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';
import { countedAs, leaveOutClaimants, lockIdentities, settleOne } from './link-supporters.server.ts';
import { findPage } from './queries/find-page.server.ts';
import { changeSupporter, lockSupporter } from './record-support.server.ts';
import { codeHash } from './request-code.server.ts';

/** Codes that one network address may try in a quarter of an hour, whomever they were sent to. */
export const TRY_LIMIT = { name: 'support-code-try', points: 60, seconds: 900 } as const satisfies RateLimit;

interface CodeAttempt {
  readonly page: string;
  readonly requestId: string;
  /** Six digits. */
  readonly code: string;
  /** Network address of who tries. */
  readonly address: string;
  /** ISO instant. */
  readonly now: string;
}

/** Whose entry a right code opens; null for somebody who asked for an entry that doesn't exist. */
export interface ConfirmedCode {
  readonly supporterId: string | null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The request under a lock, so that tries at the same moment are counted one after the other. */
async function lockRequest(tx: Tx, id: string): Promise<SupporterRequest | null> {
  if (!UUID.test(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM supporter_request WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.supporterRequest.findUnique({ where: { id } });
}

/** Whether the code opens the request; a try is counted, and a right one ends the request. */
async function tryCode(tx: Tx, request: SupporterRequest, { code, now }: CodeAttempt): Promise<boolean> {
  const { id, tries, expiresAt, usedAt } = request;
  if (!mayTry({ tries, used: usedAt !== null, expiresAt: expiresAt.toISOString() }, now)) return false;
  const right = sameDigest(request.codeHash, codeHash(id, code));
  await tx.supporterRequest.update({
    where: { id },
    data: { tries: tries + 1, usedAt: right ? now : null },
  });
  return right;
}

async function ensureSupporter(tx: Tx, request: SupporterRequest, now: string): Promise<void> {
  const { caseId, identityKey, channel, language } = request;
  const id = randomUUID();
  await tx.supporter.createMany({
    data: [{ id, caseId, identityKey, channel, language, state: 'new', createdAt: now }],
    skipDuplicates: true,
  });
}

/** What the request states; a field that was left empty doesn't erase what an earlier one said. */
function statedColumns({ name, lineNumber, lossText }: SupporterRequest) {
  return {
    ...(name === null ? {} : { name }),
    ...(lineNumber === null ? {} : { lineNumber }),
    ...(lossText === null ? {} : { lossText }),
  };
}

/** What she called her own when she was first counted stays: naming one address after the other tells nothing then. */
async function claimedBy(tx: Tx, request: SupporterRequest): Promise<readonly string[]> {
  const { caseId, identityKey, claimedKeys } = request;
  const known = await tx.supporter.findUnique({
    where: { caseId_identityKey: { caseId, identityKey } },
    select: { claimedKeys: true },
  });
  return known !== null && known.claimedKeys.length > 0 ? known.claimedKeys : claimedKeys;
}

async function countSupporter(tx: Tx, request: SupporterRequest, now: string): Promise<string> {
  const { caseId, identityKey } = request;
  const claimedKeys = await claimedBy(tx, request);
  await lockIdentities(tx, [identityKey, ...claimedKeys]);
  await ensureSupporter(tx, request, now);
  const before = await lockSupporter(tx, request);
  if (before === null) throw new Error('a supporter who was just written is gone');
  const known = isOnRecord(before.state);
  const lossMinor = request.lossMinor === null ? before.lossMinor : Number(request.lossMinor);
  const sameAs = await countedAs(tx, { caseId, supporterId: before.id, claimedKeys });
  const state = before.state === 'merged' && sameAs !== null ? 'merged' : 'verified';
  const newcomer = { caseId, supporterId: before.id, identityKey, sameAs, now };
  if (!known) await leaveOutClaimants(tx, newcomer);
  await changeSupporter(tx, before, {
    after: { state, lossMinor },
    type: known ? 'changed' : 'verified',
    columns: {
      ...statedColumns(request),
      ...(known ? {} : { verifiedAt: now, withdrawnAt: null }),
      ...{ sameAs, claimedKeys: [...claimedKeys] },
      address: request.address,
      language: request.language,
    },
    now,
    network: request.network,
  });
  if (!known && sameAs === null) await settleOne(tx, newcomer);
  return before.id;
}

async function openEntry(tx: Tx, request: SupporterRequest): Promise<string | null> {
  const found = await lockSupporter(tx, request);
  return found !== null && isOnRecord(found.state) ? found.id : null;
}

async function confirmIn(tx: Tx, attempt: CodeAttempt): Promise<ConfirmedCode | AppError> {
  const page = await findPage(tx, attempt.page);
  const request = await lockRequest(tx, attempt.requestId);
  if (request === null || request.caseId !== page.caseId || !(await tryCode(tx, request, attempt))) {
    return new AppError('invalid-input', { fields: { code: { code: 'code-refused' } } });
  }
  if (request.purpose === 'open') return { supporterId: await openEntry(tx, request) };
  if (!takesSupport(page)) return new AppError('support-closed');
  return { supporterId: await countSupporter(tx, request, attempt.now) };
}

/**
 * Takes the code that was sent. One person is one row: whoever is counted already stays counted once, also when
 * several of her codes come in at the same moment.
 * @throws AppError invalid-input for a wrong, used or expired code and for an unknown request alike; not-found,
 * support-closed, too-many-requests
 */
export async function confirmCode(attempt: CodeAttempt): Promise<ConfirmedCode> {
  await spendAttempt(TRY_LIMIT, keyedDigest('address of a visitor', attempt.address));
  // A refusal is returned, not thrown, inside: the count of tries has to be committed.
  const confirmed = await withActor(SYSTEM, tx => confirmIn(tx, attempt));
  if (confirmed instanceof AppError) throw confirmed;
  return confirmed;
}
