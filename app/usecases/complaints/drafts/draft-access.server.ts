import { type Actor, draftActor } from '#app/domain/case/states.ts';
import { addDays, endOfDay, localDateOf, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { derivedUuid, sha256 } from '#app/platform/crypto.server.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { activeProfile } from '../../profile.server.ts';
import { type Filer, readStoredFiler } from './filer.ts';
import { type DraftAnswers, readStoredAnswers } from './filing-steps.ts';

/** Days for which a draft is kept after the last change, and the browser remembers it. */
export const DRAFT_DAYS = 30;

/** Days left to come back once a complaint that came too early may be filed. */
const DAYS_TO_COME_BACK = 14;

/** A complaint that is being written. */
export interface Draft {
  readonly id: string;
  readonly answers: DraftAnswers;
  readonly expiresAt: Date;
  /** The staff member who writes it; null for a complainant's own. */
  readonly filer: Filer | null;
  /** Set once filed; the answers are then gone. */
  readonly filedCaseId: string | null;
}

/** Both follow from the token in the browser's cookie; neither leads back to it. */
export function keysOf(token: string): { readonly id: string; readonly tokenHash: string } {
  const tokenHash = sha256(token);
  return { id: derivedUuid(`draft/${tokenHash}`), tokenHash };
}

/** Whether a browser's token leads to this draft. */
export function isTokenOf(token: string, draftId: string): boolean {
  return keysOf(token).id === draftId;
}

/** Who holds a draft's token: reaches this draft and its evidence, nothing else. */
export function holderOf(token: string): Actor {
  const { id, tokenHash } = keysOf(token);
  return { ...draftActor(id), draftToken: tokenHash };
}

/** The end of the last day on which a draft is kept; later where the complaint may only be filed later. */
export function expiryOf(now: string, mayBeFiledFrom: PlainDate | null): Date {
  const { timeZone } = activeProfile();
  const usual = addDays(localDateOf(now, timeZone), DRAFT_DAYS);
  const needed = mayBeFiledFrom === null ? usual : addDays(mayBeFiledFrom, DAYS_TO_COME_BACK);
  return new Date(endOfDay(needed > usual ? needed : usual, timeZone));
}

/** The draft of a token; null when there is none or its time is over. */
export async function findDraft(tx: Tx, token: string, now: string): Promise<Draft | null> {
  const row = await tx.draft.findUnique({ where: { id: keysOf(token).id } });
  if (row === null || row.expiresAt.toISOString() <= now) return null;
  const { id, expiresAt, filedCaseId } = row;
  const filer = readStoredFiler(row.filer);
  return { id, answers: readStoredAnswers(row.data), expiresAt, filer, filedCaseId };
}

/** As {@link findDraft}, and whoever else would change or file the draft waits until this transaction ends. */
export async function lockDraft(tx: Tx, token: string, now: string): Promise<Draft | null> {
  await tx.$queryRaw`SELECT id FROM draft WHERE id = ${keysOf(token).id}::uuid FOR UPDATE`;
  return findDraft(tx, token, now);
}
