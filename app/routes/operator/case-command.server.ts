import { redirect } from 'react-router';
import type { Command } from '#app/domain/case/lifecycle.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import {
  type CommandRefusal,
  readCommandForm,
  refuseCommand,
} from '#app/platform/http/command-form.server.ts';
import { type FormValues, formValues } from '#app/platform/http/form-values.server.ts';
import { AnswerInterim, DeskNote, KeepPromise } from '#app/usecases/casework/desk-commands.schema.ts';
import { addDeskNote, followCase, unfollowCase } from '#app/usecases/casework/desk-notes.server.ts';
import { acknowledgeCase } from '#app/usecases/complaints/acknowledge-case.server.ts';
import { addEvidence } from '#app/usecases/complaints/add-evidence.server.ts';
import { readMarking } from '#app/usecases/complaints/drafts/draft-annexes.server.ts';
import {
  Misdirect,
  ReportRemedy,
  RequestExtension,
  RequestInformation,
  WriteToComplainant,
} from '#app/usecases/complaints/liaison-commands.schema.ts';
import { misdirectCase } from '#app/usecases/complaints/misdirect-case.server.ts';
import { checked } from '#app/usecases/complaints/officer-commands.schema.ts';
import { reportRemedy } from '#app/usecases/complaints/report-remedy.server.ts';
import { requestExtension } from '#app/usecases/complaints/request-extension.server.ts';
import { requestInformation } from '#app/usecases/complaints/request-information.server.ts';
import { writeToComplainant } from '#app/usecases/complaints/write-to-complainant.server.ts';
import type { StoredUpload } from '#app/usecases/evidence/receive-evidence.server.ts';
import { answerInterim } from '#app/usecases/responses/answer-interim.server.ts';
import { keepPromise } from '#app/usecases/responses/keep-promise.server.ts';
import { receiveForm } from './receive-form.server.ts';

interface Order {
  readonly actor: Actor;
  readonly caseId: string;
  readonly now: string;
  readonly expectedVersion: number;
}

type Give = (order: Order, values: FormValues, files: readonly StoredUpload[]) => Promise<unknown>;

function addFiles(order: Order, values: FormValues, files: readonly StoredUpload[]) {
  if (files.length === 0) throw new AppError('invalid-input', { fields: { files: { code: 'no-file' } } });
  // Files that are sent one by one each move the version on: what one adds, another does not undo.
  const { expectedVersion: _, ...anyVersion } = order;
  return addEvidence({ ...anyVersion, files, withheldAs: readMarking(values) });
}

/** Each command of the case page but the answer, which has a page of its own: its form checked, its verb called. */
const GIVE = {
  acknowledge: order => acknowledgeCase(order),
  'request-information': (order, values) =>
    requestInformation({ ...order, ...checked(RequestInformation, values) }),
  'request-extension': (order, values) =>
    requestExtension({ ...order, ...checked(RequestExtension, values) }),
  misdirect: (order, values) => misdirectCase({ ...order, ...checked(Misdirect, values) }),
  'report-remedy': (order, values) => reportRemedy({ ...order, ...checked(ReportRemedy, values) }),
  'write-to-complainant': (order, values) =>
    writeToComplainant({ ...order, ...checked(WriteToComplainant, values) }),
  'add-evidence': addFiles,
  'answer-interim': (order, values) => answerInterim({ ...order, ...checked(AnswerInterim, values) }),
  'keep-promise': (order, values) => keepPromise({ ...order, ...checked(KeepPromise, values) }),
} as const satisfies Partial<Record<Command, Give>>;

export type LiaisonCommand = keyof typeof GIVE;

/** What the desk does with a case for itself: no event, and nobody else hears of it. */
const PAPERS = {
  'desk-note': (order, values) => addDeskNote({ ...order, ...checked(DeskNote, values) }),
  follow: ({ actor, caseId, now }) => followCase(actor, caseId, now),
  unfollow: ({ actor, caseId }) => unfollowCase(actor, caseId),
} as const satisfies Record<string, Give>;

const FORMS: Readonly<Record<LiaisonCommand | keyof typeof PAPERS, Give>> = { ...GIVE, ...PAPERS };

/** Everything that a form of the case page can send. */
export const CASE_FORMS = Object.keys(FORMS) as readonly (keyof typeof FORMS)[];

/** In the order in which the page offers them. */
export const LIAISON_COMMANDS = Object.keys(GIVE) as readonly LiaisonCommand[];

export type RefusedCommand = CommandRefusal<keyof typeof FORMS>;

interface Submission {
  readonly request: Request;
  readonly actor: Actor;
  readonly now: string;
  readonly found: { readonly id: string; readonly summary: { readonly reference: string } };
}

/** Gives the command that a form of the case page sends. */
export async function giveLiaisonCommand({ request, actor, now, found }: Submission) {
  const { fields, files, refused } = await receiveForm(request);
  const typed = formValues(fields);
  const { command, expectedVersion, values } = readCommandForm(typed, CASE_FORMS);
  const order = { actor, caseId: found.id, now, expectedVersion };
  try {
    if (files.length > 0 || refused === undefined) {
      await FORMS[command](
        order,
        values,
        files.map(({ stored }) => stored),
      );
    }
    if (refused !== undefined) throw refused;
  } catch (error) {
    return refuseCommand(command, error, typed);
  }
  return redirect(`/operator/cases/${found.summary.reference}?done=${command}`);
}
