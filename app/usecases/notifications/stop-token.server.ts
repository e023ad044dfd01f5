import { keyedDigest, sha256 } from '#app/platform/crypto.server.ts';

/** Characters of the digest in a token: 96 bits, short enough for an SMS. */
const DIGITS = 24;

/** The token in the link that stops a case's notifications; it is nowhere stored. */
export function stopToken(caseId: string): string {
  const digest = keyedDigest('notification stop', caseId).slice(0, DIGITS);
  return Buffer.from(digest, 'hex').toString('base64url');
}

/** By what a token is looked up. */
export function stopHash(token: string): string {
  return sha256(token);
}
