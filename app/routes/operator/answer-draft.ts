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
 * otherwise, a last one when it is closed. Tells who else is writing and which version of the case stands.
 */
export async function action({ request, params }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const actor = await requireStaff(request, 'operator');
  const instant = now().toISOString();
  const { id: caseId, version } = await orErrorPage(() => findDeskCase(actor, params.reference));
  const typed = formValues(await readForm(request));
  if (typed.intent === 'leave') {
    await noteLeaving({ actor, caseId });
    return Response.json({ version });
  }
  const writers = await noteWriting({ actor, caseId, now: instant });
  if (typed.intent !== 'save') return Response.json({ version, writers });
  const fields = flatValues(answerFields(typed));
  try {
    const revision = await saveDraft({
      actor,
      caseId,
      fields,
      revision: Number(typed.revision) || 0,
      now: instant,
    });
    return Response.json({ version, writers, revision, savedAt: instant });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'case-changed') throw error;
    return Response.json({ version, writers, conflict: true }, { status: error.status });
  }
}
