import { redirect } from 'react-router';
import type { Command } from '#app/domain/case/lifecycle.ts';
import type { Actor } from '#app/domain/case/states.ts';
import {
  type CommandRefusal,
  readCommandForm,
  refuseCommand,
} from '#app/platform/http/command-form.server.ts';
import { type FormValues, formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
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

export type RefusedCommand = CommandRefusal<OfficerCommand>;

interface Submission {
  readonly request: Request;
  readonly actor: Actor;
  readonly now: string;
  readonly found: { readonly id: string; readonly summary: { readonly reference: string } };
}

/** Gives the command that a form of the case page sends. */
export async function giveOfficerCommand({ request, actor, now, found }: Submission) {
  const typed = formValues(await readForm(request));
  const { command, expectedVersion, values } = readCommandForm(typed, OFFICER_COMMANDS);
  try {
    await GIVE[command]({ actor, caseId: found.id, now, expectedVersion }, values);
  } catch (error) {
    return refuseCommand(command, error, typed);
  }
  const list = new URL(request.url).searchParams.get('list');
  const query = new URLSearchParams({ done: command, ...(list === null ? {} : { list }) });
  return redirect(`/regulator/cases/${found.summary.reference}?${query.toString()}`);
}
