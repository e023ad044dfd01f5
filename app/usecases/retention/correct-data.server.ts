import { canonicalJson } from '#app/domain/case/event-chain.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { isLanguage } from '#app/domain/shared/language.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { type CommandInput, executeCommand } from '../complaints/execute-command.server.ts';
import { queueNote } from '../notifications/queue-note.server.ts';
import { activeProfile } from '../profile.server.ts';
import type { Correction } from './correct-data.schema.ts';

interface DataCorrection extends Omit<CommandInput, 'command'> {
  readonly correction: Correction;
}

async function storedData(tx: Tx, caseId: string) {
  const found = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      reference: true,
      language: true,
      // What is kept for searching by a line follows from the line.
      identity: { omit: { lineTail: true } },
      contact: true,
      statement: true,
    },
  });
  const { identity, contact, statement } = found;
  if (identity === null || contact === null || statement === null)
    throw new AppError('command-not-permitted');
  return { ...found, identity, contact, statement };
}

type Stored = Awaited<ReturnType<typeof storedData>>;

function correctedRows(caseId: string, { identity }: Stored, correction: Correction) {
  const { name, lineNumber = null, organisationName = null, email = null, phone = null } = correction;
  const { organisationNumber } = identity;
  return {
    identity: { caseId, name, lineNumber, organisationName, organisationNumber },
    contact: { caseId, email, phone },
  };
}

/** Whoever holds the code may change the address: the one who had it before is told, at the old address. */
async function warnOldAddress(tx: Tx, stored: Stored, email: string | null, now: string): Promise<void> {
  const { contact, reference, language } = stored;
  if (contact.email === null || contact.email === email) return;
  await queueNote(tx, {
    kind: 'notes.addressChanged',
    channel: 'mail',
    to: contact.email,
    language: isLanguage(language) ? language : activeProfile().defaultLanguage,
    values: { reference, contact: activeProfile().regulator.contact.email },
    dedupeKey: `address-changed/${contact.caseId}/${now}`,
    caseId: contact.caseId,
  });
}

/**
 * Corrects who the complainant is and how to reach them. The event says which part changed and seals it by a salted
 * digest; what it was and is stays out of the record.
 * @throws AppError command-not-permitted once the personal data is erased
 */
export function correctData({ correction, ...input }: DataCorrection) {
  const { caseId, now } = input;
  return executeCommand({ ...input, command: 'correct-data' }, async (_loaded, tx) => {
    const stored = await storedData(tx, caseId);
    const { identity, contact } = correctedRows(caseId, stored, correction);
    const parts = [
      ...(canonicalJson(identity) === canonicalJson(stored.identity) ? [] : (['identity'] as const)),
      ...(contact.email === stored.contact.email && contact.phone === stored.contact.phone
        ? []
        : (['contact'] as const)),
    ];
    if (parts.length === 0) return { events: [] };
    await tx.complainantIdentity.update({ where: { caseId }, data: identity });
    await tx.complainantContact.update({
      where: { caseId },
      data: { email: contact.email, phone: contact.phone },
    });
    await warnOldAddress(tx, stored, contact.email, now);
    const digest = sha256(canonicalJson({ salt: stored.statement.salt, identity, contact }));
    return { events: [{ type: 'personal-data-corrected', payload: { parts, digest } }] };
  });
}
