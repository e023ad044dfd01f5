import { SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { isLanguage } from '#app/domain/shared/language.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { openSealedText } from '#app/platform/crypto.server.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { DraftPlan } from '#app/platform/db/generated/client.ts';
import { activeProfile } from '../../profile.server.ts';
import { findDraft } from './draft-access.server.ts';
import { dayToFile, planOf } from './draft-plan.server.ts';
import { fileDraft } from './file-draft.server.ts';
import { queueLink } from './send-resume-link.server.ts';

/** Plans in one run; the next run takes the others. */
const LIMIT = 50;

/** Takes a plan whose day has come, unless another worker holds it or has done it. */
async function takeDue(tx: Tx, draftId: string): Promise<DraftPlan | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT draft_id AS id FROM "draft_plan" WHERE draft_id = ${draftId}::uuid AND done_at IS NULL
    FOR UPDATE SKIP LOCKED`;
  return locked.length === 0 ? null : tx.draftPlan.findUnique({ where: { draftId } });
}

async function remind(tx: Tx, row: DraftPlan, kind: 'start.reminder' | 'start.not-filed', now: string) {
  const token = openSealedText(row.sealedToken);
  const draft = await findDraft(tx, token, now);
  if (draft === null || draft.filedCaseId !== null) return;
  const { channel, address } = planOf(row);
  const language = isLanguage(row.language) ? row.language : activeProfile().defaultLanguage;
  await queueLink(tx, { kind, token, channel, to: address, language, now, expiresAt: draft.expiresAt });
}

/** A first contact that was added later moves the day. */
async function postponed(tx: Tx, row: DraftPlan, now: string): Promise<boolean> {
  const draft = await findDraft(tx, openSealedText(row.sealedToken), now);
  if (draft === null || draft.answers.attempts === undefined) return false;
  const { attempts } = draft.answers.attempts;
  const dueOn = Array.isArray(attempts) && attempts.length > 0 ? dayToFile(draft.answers, now) : null;
  if (dueOn === null) return false;
  await tx.draftPlan.update({ where: { draftId: row.draftId }, data: { dueOn: new Date(dueOn) } });
  return true;
}

async function done(tx: Tx, draftId: string, now: string): Promise<void> {
  await tx.draftPlan.update({ where: { draftId }, data: { doneAt: new Date(now) } });
}

async function runOne(draftId: string, now: string): Promise<void> {
  const toFile = await withActor(SYSTEM, async tx => {
    const row = await takeDue(tx, draftId);
    if (row === null || (await postponed(tx, row, now))) return null;
    if (row.kind === 'file') return row;
    await remind(tx, row, 'start.reminder', now);
    await done(tx, draftId, now);
    return null;
  });
  if (toFile === null) return;
  const refused = await fileDraft(openSealedText(toFile.sealedToken), now).then(
    () => null,
    (error: unknown) => error,
  );
  if (refused !== null && !(refused instanceof AppError)) throw refused;
  await withActor(SYSTEM, async tx => {
    const row = await takeDue(tx, draftId);
    if (row === null) return;
    if (refused !== null) await remind(tx, row, 'start.not-filed', now);
    await done(tx, draftId, now);
  });
}

/**
 * Does what people have left for today: reminds them with a link, or files their complaint. A complaint that can't
 * be filed as it stands (a rule has changed, an operator is gone) is sent back with a link instead.
 * @param now ISO instant
 */
export async function runDraftPlans(now: string): Promise<number> {
  const today = localDateOf(now, activeProfile().timeZone);
  const due = await withActor(SYSTEM, tx =>
    tx.draftPlan.findMany({
      where: { doneAt: null, dueOn: { lte: new Date(today) } },
      orderBy: { dueOn: 'asc' },
      take: LIMIT,
      select: { draftId: true },
    }),
  );
  for (const { draftId } of due) await runOne(draftId, now);
  return due.length;
}
