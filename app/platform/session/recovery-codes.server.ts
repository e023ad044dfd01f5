import { z } from 'zod';
import { keyedDigest } from '../crypto.server.ts';

const DIGEST = /^[0-9a-f]{64}$/;
const Codes = z.array(z.string());

/** The digest of a recovery code as a person types it: spaces and hyphens don't matter, capitals do. */
export function recoveryCodeDigest(typed: string): string {
  return keyedDigest('recovery code', typed.replaceAll(/[\s-]/gu, ''));
}

/**
 * better-auth keeps a list of recovery codes as JSON. Only digests rest in the database; it compares a typed code's
 * digest with them and writes back the remaining ones, which are digests already.
 */
export const digestRecoveryCodes = {
  async encrypt(json: string): Promise<string> {
    const codes = Codes.parse(JSON.parse(json));
    return JSON.stringify(codes.map(code => (DIGEST.test(code) ? code : recoveryCodeDigest(code))));
  },
  async decrypt(stored: string): Promise<string> {
    return stored;
  },
};

/** How many recovery codes are left of the stored list. */
export function remainingRecoveryCodes(stored: string): number {
  const read = Codes.safeParse(JSON.parse(stored));
  return read.success ? read.data.length : 0;
}
