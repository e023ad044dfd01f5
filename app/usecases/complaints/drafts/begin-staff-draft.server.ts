import type { Language } from '#app/domain/shared/language.ts';
import { randomToken } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import { expiryOf, holderOf, keysOf } from './draft-access.server.ts';
import type { Filer } from './filer.ts';
import type { DraftAnswers } from './filing-steps.ts';

interface StaffDraft {
  readonly filer: Filer;
  /** What is known before the first question. */
  readonly answers: DraftAnswers;
  readonly language: Language;
  /** ISO instant. */
  readonly now: string;
}

/**
 * Begins a draft that a signed-in staff member writes with the same pages as everybody. Only that person's session
 * opens it together with the token.
 */
export async function beginStaffDraft({ filer, answers, language, now }: StaffDraft) {
  const token = randomToken();
  const expiresAt = expiryOf(now, null);
  const written = new Date(now);
  await withActor(holderOf(token), tx =>
    tx.draft.create({
      data: {
        ...keysOf(token),
        data: { answers } as unknown as Prisma.InputJsonObject,
        filer,
        language,
        createdAt: written,
        updatedAt: written,
        expiresAt,
      },
    }),
  );
  return { token, expiresAt };
}
