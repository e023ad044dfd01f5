import { redirect } from 'react-router';
import { Temporal } from 'temporal-polyfill';
import type { Command } from '#app/domain/case/lifecycle.ts';
import { type Actor, complainantOf } from '#app/domain/case/states.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { giveBackTexts } from '#app/platform/http/unsent-texts.server.ts';
import { caseCookie } from '#app/platform/session/cookies.server.ts';
import { complainantCase } from '#app/usecases/complaints/queries/complainant-case.server.ts';
import type { CaseView } from '#app/usecases/complaints/queries/complainant-view.ts';

/** Pages of a case are one person's: no cache on the way keeps them. */
export const PRIVATE_PAGE = { 'Cache-Control': 'private, no-store' } as const;

/** A working day; then reference and code are asked again. */
const SESSION_HOURS = 8;

/** The `Set-Cookie` header that lets this browser see the case. */
export function openedCase(caseId: string): Promise<string> {
  const until = Temporal.Instant.from(now().toISOString()).add({ hours: SESSION_HOURS });
  return caseCookie.set(caseId, new Date(until.epochMilliseconds));
}

/** The complainant whose case this browser has opened, or null. */
export async function findComplainant(
  request: Request,
): Promise<(Actor & { readonly caseId: string }) | null> {
  const caseId = await caseCookie.read(request, now());
  return caseId === null ? null : { ...complainantOf(caseId), caseId };
}

/** @throws a redirect to the form for reference and code, or the texts of a form, when this browser has no case open */
export async function requireComplainant(request: Request): Promise<Actor & { readonly caseId: string }> {
  const actor = await findComplainant(request);
  if (actor !== null) return actor;
  await giveBackTexts(request, '/track');
  throw redirect('/track?ended');
}

export async function loadOpenCase(request: Request): Promise<CaseView> {
  const actor = await requireComplainant(request);
  return orErrorPage(() => complainantCase(actor, now().toISOString()));
}

/** What the page of a command needs to know: which case, in which version, and whether the command is open now. */
export interface CommandStanding {
  readonly reference: string;
  readonly operator: string;
  readonly version: number;
  readonly permitted: boolean;
}

/** The open case with what a command's page says of it. A command that is closed now is said to be, with the way back. */
export async function loadForCommand(
  request: Request,
  command: Command,
): Promise<{ readonly view: CaseView; readonly standing: CommandStanding }> {
  const view = await loadOpenCase(request);
  const permitted = view.commands.includes(command);
  const summary = view.seen['case-summary'];
  return {
    view,
    standing: {
      reference: summary?.reference ?? '',
      operator: summary?.operator.name ?? '',
      version: view.version,
      permitted,
    },
  };
}
