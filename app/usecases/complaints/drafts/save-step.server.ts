import type { Admissibility } from '#app/domain/routing/admissibility.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import type { Language } from '#app/domain/shared/language.ts';
import type { PlainDate } from '#app/domain/shared/plain-date.ts';
import { randomToken } from '#app/platform/crypto.server.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import { activeProfile } from '../../profile.server.ts';
import { countDraft } from '../../uploads/upload-limits.server.ts';
import { type PostedStep, withStep } from './accepted-answers.ts';
import { expiryOf, holderOf, keysOf, lockDraft } from './draft-access.server.ts';
import { planOf } from './draft-plan.server.ts';
import { type Filer, operatorFiling } from './filer.ts';
import { type DraftAnswers, mayOpen } from './filing-steps.ts';
import { admissibilityOfDraft } from './read-draft.ts';

export interface StepToSave extends PostedStep {
  /** The browser's; null before the first step. */
  readonly token: string | null;
  readonly language: Language;
  /** ISO instant. */
  readonly now: string;
  /** The network address from which a visitor begins; who signed in has none. */
  readonly address?: string;
}

export interface SavedDraft {
  readonly token: string;
  readonly answers: DraftAnswers;
  readonly expiresAt: Date;
  /** Null before the complaint states what the rule looks at. */
  readonly admissibility: Admissibility | null;
}

/** What a draft that is there already adds to the answers: who writes it, and until when it waits for its day. */
interface Standing {
  readonly filer: Filer | null;
  readonly leftUntil: PlainDate | null;
}

function changeOf(before: DraftAnswers, posted: StepToSave, { filer, leftUntil }: Standing) {
  const context = { profile: activeProfile(), now: posted.now, filedByOperator: operatorFiling(filer) };
  const answers = withStep(before, posted, context);
  const admissibility = admissibilityOfDraft(answers, context);
  const tooEarly = admissibility?.ok === false && admissibility.reason === 'too-early';
  const expiresAt = expiryOf(posted.now, tooEarly ? admissibility.earliestOn : leftUntil);
  const row = {
    data: { answers } as unknown as Prisma.InputJsonObject,
    language: posted.language,
    updatedAt: new Date(posted.now),
    expiresAt,
  };
  return { answers, admissibility, expiresAt, row };
}

async function begin(posted: StepToSave): Promise<SavedDraft> {
  if (posted.step !== 'who') throw new AppError('draft-expired');
  if (posted.address !== undefined) await countDraft(posted.address);
  const token = randomToken();
  const { row, ...saved } = changeOf({}, posted, { filer: null, leftUntil: null });
  await withActor(holderOf(token), tx =>
    tx.draft.create({ data: { ...keysOf(token), ...row, createdAt: row.updatedAt } }),
  );
  return { token, ...saved };
}

async function change(tx: Tx, token: string, posted: StepToSave): Promise<SavedDraft | null> {
  const draft = await lockDraft(tx, token, posted.now);
  if (draft === null || draft.filedCaseId !== null) {
    if (draft !== null && posted.step !== 'who') throw new AppError('already-filed');
    return null;
  }
  if (!mayOpen(posted.step, draft.answers)) throw new AppError('malformed-request');
  const plan = await tx.draftPlan.findFirst({ where: { draftId: draft.id, doneAt: null } });
  const standing = { filer: draft.filer, leftUntil: plan && planOf(plan).dueOn };
  const { row, ...saved } = changeOf(draft.answers, posted, standing);
  await tx.draft.update({ where: { id: draft.id }, data: row });
  return { token, ...saved };
}

/**
 * Keeps the answers of one step, once they are acceptable. The first step begins a draft where the token leads to
 * none, or to a complaint that has been filed. Throws `invalid-input` with the refused fields, `draft-expired`,
 * `already-filed` and `too-many-requests`.
 */
export async function saveStep(posted: StepToSave): Promise<SavedDraft> {
  const { token } = posted;
  const saved = token === null ? null : await withActor(holderOf(token), tx => change(tx, token, posted));
  return saved ?? begin(posted);
}
