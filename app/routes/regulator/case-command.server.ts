import { data, redirect } from 'react-router';
import type { Command } from '#app/domain/case/lifecycle.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { type FormValues, flatValues, formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { type Refused, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { addNote } from '#app/usecases/complaints/add-note.server.ts';
import { closeCase } from '#app/usecases/complaints/close-case.server.ts';
import { decideCase } from '#app/usecases/complaints/decide-case.server.ts';
import { decideInterim } from '#app/usecases/complaints/decide-interim.server.ts';
import { declareInadmissible } from '#app/usecases/complaints/declare-inadmissible.server.ts';
import {
  AddNote,
  CloseCase,
  checked,
  DecideInterim,
  DeclareInadmissible,
  decisionSchema,
  Reroute,
  ReturnForInformation,
} from '#app/usecases/complaints/officer-commands.schema.ts';
import { rerouteCase } from '#app/usecases/complaints/reroute-case.server.ts';
import { returnForInformation } from '#app/usecases/complaints/return-for-information.server.ts';
import { startReview } from '#app/usecases/complaints/start-review.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';

interface Order {
  readonly actor: Actor;
  readonly caseId: string;
  readonly now: string;
  readonly expectedVersion: number;
}

/** Each command of this page: its form checked, its verb called. */
const GIVE = {
  'take-under-review': order => startReview(order),
  decide: (order, values) =>
    decideCase({ ...order, decision: checked(decisionSchema(activeProfile().currency), values) }),
  'decide-interim': (order, values) => decideInterim({ ...order, ...checked(DecideInterim, values) }),
  'return-for-information': (order, values) =>
    returnForInformation({ ...order, ...checked(ReturnForInformation, values) }),
  reroute: (order, values) => rerouteCase({ ...order, ...checked(Reroute, values) }),
  'declare-inadmissible': (order, values) =>
    declareInadmissible({ ...order, ...checked(DeclareInadmissible, values) }),
  close: (order, values) => closeCase({ ...order, ...checked(CloseCase, values) }),
  note: (order, values) => addNote({ ...order, ...checked(AddNote, values) }),
} as const satisfies Partial<Record<Command, (order: Order, values: FormValues) => Promise<unknown>>>;

export type OfficerCommand = keyof typeof GIVE;

/** In the order in which the page offers them. */
export const OFFICER_COMMANDS = Object.keys(GIVE) as readonly OfficerCommand[];

/** What the page shows when a command was refused: whose form, why, and what was typed. */
export interface RefusedCommand extends Refused {
  readonly command: OfficerCommand;
}

/** The fields of a command's form are named after it ("decide.reasons"), so that ids on the page are unique. */
function named(command: OfficerCommand, fields: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(fields).map(([field, error]) => [`${command}.${field}`, error]));
}

/** A refusal that the page itself can show: wrong fields, or a case that moved on since it was read. */
function refusal(command: OfficerCommand, error: unknown, typed: FormValues) {
  const shown = ['invalid-input', 'case-changed', 'command-not-permitted'];
  if (!(error instanceof AppError) || !shown.includes(error.code)) return toErrorPage(error);
  const refused: RefusedCommand = {
    command,
    code: error.code,
    params: error.params,
    errors: named(command, error.fields),
    values: flatValues(typed),
  };
  return data(refused, { status: error.status });
}

interface Submission {
  readonly request: Request;
  readonly actor: Actor;
  readonly now: string;
  readonly found: { readonly id: string; readonly summary: { readonly reference: string } };
}

/** Gives the command that a form of the case page sends. */
export async function giveOfficerCommand({ request, actor, now, found }: Submission) {
  const typed = formValues(await readForm(request));
  const command = OFFICER_COMMANDS.find(known => known === typed.command);
  const expectedVersion = Number(typed.version);
  if (command === undefined || !Number.isInteger(expectedVersion)) {
    return toErrorPage(new AppError('malformed-request'));
  }
  const values = typed[command];
  const fields = typeof values === 'object' && !Array.isArray(values) ? (values as FormValues) : {};
  try {
    await GIVE[command]({ actor, caseId: found.id, now, expectedVersion }, fields);
  } catch (error) {
    return refusal(command, error, typed);
  }
  const list = new URL(request.url).searchParams.get('list');
  const query = new URLSearchParams({ done: command, ...(list === null ? {} : { list }) });
  return redirect(`/regulator/cases/${found.summary.reference}?${query.toString()}`);
}
