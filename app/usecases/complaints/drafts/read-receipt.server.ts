import { z } from 'zod';
import { complainantOf } from '#app/domain/case/states.ts';
import { isLanguage, type Language } from '#app/domain/shared/language.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { activeProfile } from '../../profile.server.ts';
import { type ExpectedDate, expectedDates } from './expected-dates.ts';
import type { FiledDraft } from './file-draft.server.ts';

const Kept = z.object({ caseId: z.uuid(), reference: z.string(), code: z.string() });

/** What the receipt's cookie holds. */
export type KeptReceipt = z.infer<typeof Kept>;

/** The receipt for its cookie; null when its code may not be shown any more. */
export function keepReceipt({ caseId, reference, code }: FiledDraft): string | null {
  return code === null ? null : JSON.stringify({ caseId, reference, code } satisfies KeptReceipt);
}

/** The receipt from its cookie. */
export function keptReceipt(value: string | null): KeptReceipt | null {
  if (value === null) return null;
  const read = Kept.safeParse(JSON.parse(value));
  return read.success ? read.data : null;
}

export interface ReceiptPage extends KeptReceipt {
  /** ISO instant. */
  readonly filedAt: string;
  readonly operator: string;
  /** Where the receipt also went, if an address was given. */
  readonly email: string | null;
  readonly files: number;
  /** Staff filed it for the complainant. */
  readonly assisted: boolean;
  /** In which the complainant is written to. */
  readonly language: Language;
  readonly expected: readonly ExpectedDate[];
}

/** What the receipt says: what was filed, and what happens next by which date. */
export async function readReceipt(kept: KeptReceipt): Promise<ReceiptPage> {
  const { caseId } = kept;
  const found = await withActor(complainantOf(caseId), tx =>
    tx.case.findUniqueOrThrow({
      where: { id: caseId },
      include: { contact: true, _count: { select: { evidence: true } } },
    }),
  );
  const profile = activeProfile();
  const filedAt = found.filedAt.toISOString();
  return {
    ...kept,
    filedAt,
    operator: profile.operators.find(({ id }) => id === found.operatorId)?.name ?? found.operatorId,
    email: found.contact?.email ?? null,
    files: found._count.evidence,
    assisted: found.assistedBy !== null,
    language: isLanguage(found.language) ? found.language : profile.defaultLanguage,
    expected: expectedDates(profile, found, found.servedAt?.toISOString() ?? filedAt),
  };
}
