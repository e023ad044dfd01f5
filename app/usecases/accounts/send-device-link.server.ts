import { deskRoleOf } from '#app/domain/access/desk-roles.ts';
import { isRole, SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { isLanguage } from '#app/domain/shared/language.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import { rememberDevice } from '#app/platform/session/device-cookie.server.ts';
import { type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';
import { activeProfile } from '../profile.server.ts';
import { readLink, sendAccessLink, spendLink } from '../staff/access-links.server.ts';

/** Mails that strangers can make us send to one person, and from one place. */
const TO_ADDRESS: RateLimit = { name: 'device-link', points: 2, seconds: 3600 };
const FROM_PLACE: RateLimit = { name: 'device-link-from', points: 10, seconds: 3600 };

/**
 * While strangers use up an account's attempts, its owner proves by her mailbox that a new device is hers. Nothing tells
 * whether the address has an account.
 * @throws AppError `too-many-requests`
 */
export async function sendDeviceLink(given: string, address: string, now: Date): Promise<void> {
  const email = given.trim().toLowerCase();
  await spendAttempt(FROM_PLACE, sha256(address));
  await spendAttempt(TO_ADDRESS, sha256(email));
  const user = await database().user.findUnique({ where: { email } });
  if (user === null || user.suspendedAt !== null || !isRole(user.role)) return;
  const { id, name, role, operatorId } = user;
  const language = isLanguage(user.language) ? user.language : activeProfile().defaultLanguage;
  const whom = { email, name, role, operatorId, deskRole: deskRoleOf(user.deskRole), language, userId: id };
  await withActor(SYSTEM, tx =>
    sendAccessLink(tx, { ...whom, purpose: 'device', createdBy: null, sender: '' }, now),
  );
}

/**
 * Uses a device link up.
 * @returns the `Set-Cookie` value by which this device is known from now on
 * @throws AppError `link-over`
 */
export async function acceptDeviceLink(token: string, headers: Headers, now: Date): Promise<string> {
  const link = await readLink(token, now);
  if (link.purpose !== 'device') throw new AppError('link-over');
  await withActor(SYSTEM, tx => spendLink(tx, link.id, now));
  return rememberDevice(headers, link.email);
}
