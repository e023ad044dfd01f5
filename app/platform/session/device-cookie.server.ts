import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { keyedDigest } from '../crypto.server.ts';
import { deviceCookie } from './cookies.server.ts';

/** Accounts that a device remembers; the oldest goes when one more is opened. */
const MAX_ACCOUNTS = 8;
const DAYS = 180;

function markOf(account: string): string {
  return keyedDigest('known device', account).slice(0, 24);
}

async function read(
  headers: Headers,
): Promise<{ readonly id: string; readonly marks: readonly string[] } | null> {
  const value = await deviceCookie.read({ headers }, new Date());
  const [id = '', ...marks] = value?.split(' ') ?? [];
  return id === '' ? null : { id, marks };
}

/** The id of the device behind a request if this account was opened on it before; it can't be invented. */
export async function knownDevice(headers: Headers, account: string): Promise<string | null> {
  const device = await read(headers);
  return device?.marks.includes(markOf(account)) === true ? device.id : null;
}

/** The `Set-Cookie` value by which a device is known to have opened an account. */
export async function rememberDevice(headers: Headers, account: string): Promise<string> {
  const device = await read(headers);
  const others = device?.marks.filter(mark => mark !== markOf(account)) ?? [];
  const marks = [markOf(account), ...others].slice(0, MAX_ACCOUNTS);
  const until = Temporal.Now.instant().add({ hours: 24 * DAYS });
  return deviceCookie.set(
    [device?.id ?? randomUUID(), ...marks].join(' '),
    new Date(until.epochMilliseconds),
  );
}
