import { AppError } from '#app/domain/shared/errors.ts';
import { now } from '#app/platform/clock.server.ts';
import { flatValues, formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { orErrorPage, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { saveDraft } from '#app/usecases/casework/answer-drafts.server.ts';
import { noteLeaving, noteWriting } from '#app/usecases/casework/answer-presence.server.ts';
import { findDeskCase } from '#app/usecases/casework/queries/desk-case.server.ts';
import type { Route } from './+types/answer-draft.ts';
import { answerFields } from './give-answer.server.ts';

/**
 * What the answer's page sends on its own: its fields every few seconds while somebody writes, a sign of life
 * otherwise, a last one with what was typed since when it is closed. Tells who else is writing and which version of the case stands.
 */
export async function action({ request, params }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const actor = await requireStaff(request, 'operator');
  const instant = now().toISOString();
  const { id: caseId, version } = await orErrorPage(() => findDeskCase(actor, params.reference));
  const typed = formValues(await readForm(request));
  const draft = {
    actor,
    caseId,
    fields: flatValues(answerFields(typed)),
    revision: Number(typed.revision) || 0,
    now: instant,
  };
  if (typed.intent === 'leave') {
    await noteLeaving({ actor, caseId });
    const kept = typed.unsaved === undefined ? {} : await keep(draft);
    return Response.json({ version, ...kept });
  }
  const writers = await noteWriting({ actor, caseId, now: instant });
  if (typed.intent !== 'save') return Response.json({ version, writers });
  const kept = await keep(draft);
  return Response.json({ version, writers, ...kept }, { status: kept.conflict ? 409 : 200 });
}

/** Saves the fields, unless a newer draft is there: that one stays. */
async function keep(draft: Parameters<typeof saveDraft>[0]) {
  try {
    return { revision: await saveDraft(draft), savedAt: draft.now, conflict: false };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'case-changed') throw error;
    return { conflict: true };
  }
}
