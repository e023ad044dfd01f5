import { redirect } from 'react-router';
import type { SeenCase } from '#app/domain/access/seen-case.ts';
import type { Command } from '#app/domain/case/lifecycle.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import {
  type CommandRefusal,
  readCommandForm,
  refuseCommand,
} from '#app/platform/http/command-form.server.ts';
import { type FormValues, formValues } from '#app/platform/http/form-values.server.ts';
import { acceptAnswer } from '#app/usecases/complaints/accept-answer.server.ts';
import { addEvidence } from '#app/usecases/complaints/add-evidence.server.ts';
import {
  readJudgement,
  readMessage,
  readWithdrawal,
} from '#app/usecases/complaints/complainant-command.schema.ts';
import { disputeAnswer } from '#app/usecases/complaints/dispute-answer.server.ts';
import { readMarking } from '#app/usecases/complaints/drafts/draft-annexes.server.ts';
import { provideInformation } from '#app/usecases/complaints/provide-information.server.ts';
import { sendMessage } from '#app/usecases/complaints/send-message.server.ts';
import { withdrawCase } from '#app/usecases/complaints/withdraw-case.server.ts';
import type { StoredUpload } from '#app/usecases/evidence/receive-evidence.server.ts';
import { receiveForm } from '../receive-form.server.ts';
import { issuesToJudge } from './issues-to-judge.ts';

interface Order {
  readonly actor: Actor;
  readonly caseId: string;
  readonly now: string;
  readonly expectedVersion: number;
}

interface Given {
  readonly order: Order;
  readonly values: FormValues;
  readonly files: readonly StoredUpload[];
  readonly found: SeenCase;
}

type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fields: FieldErrors };

function accepted<T>(reading: Reading<T>): T {
  if (!reading.ok) throw new AppError('invalid-input', { fields: reading.fields });
  return reading.value;
}

function disputeIt({ order, values, found }: Given) {
  const issues = issuesToJudge(found);
  const judged = accepted(readJudgement({ ...values, verdict: 'not-solved' }, issues));
  if (judged.verdict !== 'not-solved') throw new AppError('malformed-request');
  const { reasons, message } = judged;
  return disputeAnswer({ ...order, issues: judged.issues, reasons, explanation: message, files: [] });
}

function addAnnexes({ order, values, files }: Given) {
  if (files.length === 0) throw new AppError('invalid-input', { fields: { files: { code: 'no-file' } } });
  // Files that are sent one by one each move the version on: what one adds, another does not undo.
  const { expectedVersion: _, ...anyVersion } = order;
  return addEvidence({ ...anyVersion, files, withheldAs: readMarking(values) });
}

/** What an operator may do with the dispute that it filed: as every complainant, in its staff's name. */
const GIVE = {
  'provide-information': ({ order, values }) =>
    provideInformation({ ...order, reply: accepted(readMessage(values)).message, files: [] }),
  accept: ({ order }) => acceptAnswer(order),
  dispute: disputeIt,
  'send-message': ({ order, values }) =>
    sendMessage({ ...order, body: accepted(readMessage(values)).message }),
  withdraw: ({ order, values }) =>
    withdrawCase({ ...order, reason: accepted(readWithdrawal(values)).message }),
  'add-evidence': addAnnexes,
} as const satisfies Partial<Record<Command, (given: Given) => Promise<unknown>>>;

export type ClaimantCommand = keyof typeof GIVE;

/** In the order in which the page offers them. */
export const CLAIMANT_COMMANDS = Object.keys(GIVE) as readonly ClaimantCommand[];

export type RefusedCommand = CommandRefusal<ClaimantCommand>;

interface Submission {
  readonly request: Request;
  readonly actor: Actor;
  readonly now: string;
  readonly found: SeenCase;
}

/** Gives the command that a form of the dispute's page sends. */
export async function giveClaimantCommand({ request, actor, now, found }: Submission) {
  const { fields, files, refused } = await receiveForm(request);
  const typed = formValues(fields);
  const { command, expectedVersion, values } = readCommandForm(typed, CLAIMANT_COMMANDS);
  const order = { actor, caseId: found.id, now, expectedVersion };
  try {
    if (refused !== undefined && files.length === 0) throw refused;
    await GIVE[command]({ order, values, files: files.map(({ stored }) => stored), found });
    if (refused !== undefined) throw refused;
  } catch (error) {
    return refuseCommand(command, error, typed);
  }
  return redirect(`/operator/disputes/${found.summary.reference}?done=${command}`);
}
