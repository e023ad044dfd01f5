import { flatValues } from '#app/platform/http/form-values.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { findOwnDraft } from '#app/usecases/casework/answer-drafts.server.ts';
import { noteWriting } from '#app/usecases/casework/answer-presence.server.ts';
import { findHeldFiles } from '#app/usecases/casework/held-files.server.ts';
import { readDeskPapers, type ShownProposal } from '#app/usecases/casework/queries/desk-papers.server.ts';
import { listTemplates } from '#app/usecases/casework/templates.server.ts';
import { readCasePage } from '#app/usecases/complaints/queries/case-page.server.ts';
import { seenEvidence } from '#app/usecases/complaints/queries/case-page-parts.ts';
import { readAskedIssues } from '#app/usecases/responses/queries/answer-page.server.ts';
import type { Sending } from './answer-form.tsx';

/** How this person's answer would go; null where another one waits that they may only look at. */
function sendingOf(
  proposal: ShownProposal | null,
  secondReader: boolean,
  staff: StaffMember,
): Sending | null {
  if (proposal?.state === 'waiting') return proposal.mine || staff.deskRole === 'agent' ? null : 'approve';
  return secondReader ? 'submit' : 'send';
}

/** Everything that the page of an answer shows; opening it is noted, so that others at the case are warned. */
export async function loadAnswerPage(staff: StaffMember, reference: string, now: string) {
  const found = await readCasePage(staff, reference, now);
  const caseId = found.id;
  const open = found.commands.includes('answer');
  const { proposal, secondReader, writers } = await readDeskPapers(staff, caseId, now);
  const draft = await findOwnDraft(staff, caseId);
  const sending = sendingOf(proposal, secondReader, staff);
  const writes = sending === 'send' || sending === 'submit';
  const { category, language } = found.summary;
  return {
    found,
    proposal,
    sending,
    held: open ? (await findHeldFiles(staff, caseId)).map(seenEvidence) : [],
    asked: await readAskedIssues(staff, found),
    writers: open && sending !== null ? await noteWriting({ actor: staff, caseId, now }) : writers,
    templates: open ? await listTemplates(staff, { category, language }) : [],
    draft: writes ? draft : null,
    // What came back is written on from where it was submitted.
    values: (writes ? draft?.fields : null) ?? flatValues(proposal?.answer ?? {}),
    revision: draft?.revision ?? 0,
  };
}
