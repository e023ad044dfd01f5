import { z } from 'zod';
import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { flag, line } from '../complaint.schema.ts';
import { holderOf, lockDraft } from './draft-access.server.ts';
import { operatorFiling } from './filer.ts';

/** Characters of what the other party is told of a confidential annex. */
export const DESCRIPTION_LENGTH = { min: 5, max: 200 };

const marking = z.discriminatedUnion('withheld', [
  z.object({ withheld: z.literal(true), description: line(DESCRIPTION_LENGTH.max, DESCRIPTION_LENGTH.min) }),
  z.object({ withheld: z.literal(false) }),
]);

/**
 * Whether a form marks a file as confidential, and what the other party is told instead of it.
 * @returns the description, or null for a file that both parties read
 * @throws AppError `invalid-input` when a confidential file has no description
 */
export function readMarking(raw: Readonly<Record<string, unknown>>): string | null {
  const withheld = flag.safeParse(raw.confidential);
  const read = marking.safeParse({ withheld: withheld.data === true, description: raw.description ?? '' });
  if (!read.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(read.error) });
  return read.data.withheld ? read.data.description : null;
}

interface Marking {
  readonly token: string;
  readonly evidenceId: string;
  /** Null: both parties read it. */
  readonly withheldAs: string | null;
  /** ISO instant. */
  readonly now: string;
}

/** Marks a file of an operator's draft as confidential, or takes the mark away. */
export async function markAnnex({ token, evidenceId, withheldAs, now }: Marking): Promise<void> {
  await withActor(holderOf(token), async tx => {
    const draft = await lockDraft(tx, token, now);
    if (draft === null) throw new AppError('draft-expired');
    if (operatorFiling(draft.filer) === undefined) throw new AppError('forbidden');
    const { count } = await tx.evidence.updateMany({
      where: { id: evidenceId, draftId: draft.id },
      data: { withheldAs },
    });
    if (count === 0) throw new AppError('not-found');
  });
}

/** The rows by which the other party learns that a draft's confidential annexes exist, for the case filed from it. */
export async function annexRowsOfDraft(tx: Tx, draftId: string, filed: { caseId: string; at: string }) {
  const rows = await tx.evidence.findMany({ where: { draftId, withheldAs: { not: null } } });
  return rows.map(({ id, withheldAs }) => ({
    evidence_id: id,
    case_id: filed.caseId,
    party: 'complainant',
    description: withheldAs,
    at: filed.at,
  }));
}
