import { type Actor, complainantOf } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { now } from '#app/platform/clock.server.ts';
import { fileResponse, type OpenedFile } from '#app/platform/http/file-response.server.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { caseCookie } from '#app/platform/session/cookies.server.ts';
import { findStaff } from '#app/platform/session/staff-session.server.ts';
import { claimantOf } from '#app/usecases/complaints/claimant.ts';

/** As whom a request may read: the signed-in staff member, the complainant whose case this browser has opened. */
async function readersOf(request: Request): Promise<readonly Actor[]> {
  const staff = await findStaff(request);
  const caseId = await caseCookie.read(request, now());
  // A liaison also reads the files of the disputes that its operator filed.
  const claimant = staff?.role === 'liaison' ? claimantOf(staff) : null;
  const complainant = caseId === null ? null : complainantOf(caseId);
  return [staff, claimant, complainant].filter(actor => actor !== null);
}

interface Opening {
  readonly evidenceId: string;
  readonly range: string | null;
  readonly now: Date;
}

type Open = (actor: Actor, opening: Opening) => Promise<OpenedFile>;

/** Opens the file as the first reader who may. @throws AppError what the last one met; `not-found` without any */
async function openAsAny(actors: readonly Actor[], opening: Opening, open: Open): Promise<OpenedFile> {
  let refused: unknown = new AppError('not-found');
  for (const actor of actors) {
    try {
      return await open(actor, opening);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused = error;
    }
  }
  throw refused;
}

/** Hands out a file of a case to who may see it; to everybody else it isn't there. */
export function serveEvidence(request: Request, evidenceId: string, open: Open): Promise<Response> {
  return orErrorPage(async () => {
    const opening = { evidenceId, range: request.headers.get('range'), now: now() };
    return fileResponse(await openAsAny(await readersOf(request), opening, open));
  });
}
