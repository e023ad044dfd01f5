import type { RecordedEvent } from './events.ts';

/** The hash before a case's first event. */
export const GENESIS_HASH = '0'.repeat(64);

/** Text of a JSON value that does not depend on the order of keys: what is hashed, here and by any verifier. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key];
    if (field !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonicalJson(field)}`;
  }
  return `{${text}}`;
}

/** What the seal of an event covers: everything recorded of it, bound to its case and to the event before. */
export function sealedText(caseId: string, event: Omit<RecordedEvent, 'hash'>): string {
  return canonicalJson({
    caseId,
    seq: event.seq,
    type: event.type,
    at: event.at,
    actor: [event.actorRole, event.actorId, event.actorName, event.actorOrganisation],
    visibility: event.visibility,
    payload: event.payload,
    previousHash: event.previousHash,
  });
}

export interface ChainFault {
  readonly seq: number;
  readonly fault: 'hash-differs' | 'number-missing' | 'link-broken' | 'end-missing';
}

/**
 * Checks a case's chain from its first event to the head that the case row names.
 * @param sha256 hex digest of a UTF-8 text; an argument because this folder does no I/O and runs in browsers too
 */
export function verifyChain(
  caseId: string,
  events: readonly RecordedEvent[],
  head: { seq: number; hash: string },
  sha256: (text: string) => string,
): ChainFault | null {
  let previousHash = GENESIS_HASH;
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) return { seq: index + 1, fault: 'number-missing' };
    if (event.previousHash !== previousHash) return { seq: event.seq, fault: 'link-broken' };
    const { hash, ...sealed } = event;
    if (sha256(sealedText(caseId, sealed)) !== hash) return { seq: event.seq, fault: 'hash-differs' };
    previousHash = hash;
  }
  if (events.length !== head.seq || previousHash !== head.hash)
    return { seq: events.length + 1, fault: 'end-missing' };
  return null;
}
