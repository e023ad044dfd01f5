import { randomInt, randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { SYSTEM } from '#app/domain/case/states.ts';
import { CODE_LENGTH, CODE_MINUTES, takesSupport } from '#app/domain/collective/support.ts';
import { identityOf, networkOf } from '#app/domain/collective/supporter-identity.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { keyedDigest, sealText } from '#app/platform/crypto.server.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';
import { queueNote } from '../notifications/queue-note.server.ts';
import { findPage, type PageHead } from './queries/find-page.server.ts';
import type { SupporterAddress, SupportForm } from './support.schema.ts';

/** Codes for one person and complaint in an hour, and for one network address: many share one behind an operator. */
export const CODE_LIMITS = {
  identity: { name: 'support-code-identity', points: 4, seconds: 3600 },
  address: { name: 'support-code-address', points: 60, seconds: 900 },
} as const satisfies Record<string, RateLimit>;

interface Asking {
  /** The page's slug or the case's reference. */
  readonly page: string;
  readonly language: Language;
  /** Network address of who asks; kept and counted by keyed digests. */
  readonly address: string;
  /** ISO instant. */
  readonly now: string;
}

interface CodeRequest extends Asking {
  readonly to: SupporterAddress;
  readonly stated: Omit<SupportForm, keyof SupporterAddress | 'also'> | null;
  /** Further addresses that the person calls her own. */
  readonly also: readonly SupporterAddress[];
}

/** The digest by which a code is kept. */
export function codeHash(requestId: string, code: string): string {
  return keyedDigest('supporter code', `${requestId}/${code}`);
}

/** The digest that stands for one person behind one complaint. */
function identityKeyOf(caseId: string, { channel, address }: SupporterAddress): string {
  return keyedDigest('supporter', `${caseId}/${identityOf(channel, address)}`);
}

function newCode(): string {
  return String(randomInt(10 ** CODE_LENGTH)).padStart(CODE_LENGTH, '0');
}

async function sendCode(tx: Tx, page: PageHead, request: CodeRequest, identityKey: string): Promise<string> {
  const { to, stated, language, now } = request;
  const id = randomUUID();
  const code = newCode();
  const expires = Temporal.Instant.from(now).add({ minutes: CODE_MINUTES });
  await tx.supporterRequest.create({
    data: {
      ...(stated ?? {}),
      ...{ id, caseId: page.caseId, identityKey, language, createdAt: now, channel: to.channel },
      purpose: stated === null ? 'open' : 'support',
      address: sealText(to.address),
      claimedKeys: request.also
        .map(address => identityKeyOf(page.caseId, address))
        .filter(key => key !== identityKey),
      codeHash: codeHash(id, code),
      expiresAt: new Date(expires.epochMilliseconds),
      network: keyedDigest('network of a supporter', networkOf(request.address)),
    },
  });
  await queueNote(tx, {
    kind: stated === null ? 'collective.open' : 'collective.verify',
    channel: to.channel,
    to: to.address,
    language,
    values: { title: page.title, minutes: String(CODE_MINUTES) },
    secrets: { code },
    dedupeKey: `collective/${id}`,
  });
  return id;
}

async function requestCode(request: CodeRequest): Promise<string> {
  await spendAttempt(CODE_LIMITS.address, keyedDigest('address of a visitor', request.address));
  const page = await withActor(SYSTEM, tx => findPage(tx, request.page));
  if (request.stated !== null && !takesSupport(page)) throw new AppError('support-closed');
  const identityKey = identityKeyOf(page.caseId, request.to);
  await spendAttempt(CODE_LIMITS.identity, identityKey);
  return withActor(SYSTEM, tx => sendCode(tx, page, request, identityKey));
}

/**
 * Sends a code to who wants to support a complaint; counted is who types it. Whether the person is counted already
 * makes no difference, so nobody learns who supports what.
 * @returns the id of the request, for the page that asks for the code
 * @throws AppError not-found, support-closed, too-many-requests
 */
export function requestSupport(asking: Asking & { readonly form: SupportForm }): Promise<string> {
  const { channel, address, also, ...stated } = asking.form;
  return requestCode({ ...asking, to: { channel, address }, also, stated });
}

/** Sends a code by which a supporter sees her own entry; somebody who is no supporter gets one, too. */
export function requestOpening(asking: Asking & { readonly to: SupporterAddress }): Promise<string> {
  return requestCode({ ...asking, also: [], stated: null });
}
