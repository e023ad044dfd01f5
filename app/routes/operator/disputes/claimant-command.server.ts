import { data, redirect } from 'react-router';
import type { SeenCase } from '#app/domain/access/seen-case.ts';
import type { Command } from '#app/domain/case/lifecycle.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError, type ErrorCode, type FieldErrors } from '#app/domain/shared/errors.ts';
import { type FormValues, flatValues, formValues } from '#app/platform/http/form-values.server.ts';
import { type Refused, toErrorPage } from '#app/platform/http/refusal.server.ts';
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

export interface RefusedCommand extends Refused {
  readonly command: ClaimantCommand;
}

const OF_FILES: readonly ErrorCode[] = ['too-many-files', 'file-too-large', 'file-type-refused'];
const SHOWN: readonly ErrorCode[] = [...OF_FILES, 'invalid-input', 'case-changed', 'command-not-permitted'];

/** The fields of a command's form are named after it ("withdraw.message"), so that ids on the page are unique. */
function fieldsOf(command: ClaimantCommand, { code, fields, params }: AppError): FieldErrors {
  if (OF_FILES.includes(code)) return { [`${command}.files`]: { code, params } };
  return Object.fromEntries(Object.entries(fields).map(([field, error]) => [`${command}.${field}`, error]));
}

function refusal(command: ClaimantCommand, error: unknown, typed: FormValues) {
  if (!(error instanceof AppError) || !SHOWN.includes(error.code)) return toErrorPage(error);
  const { code, params, status } = error;
  const errors = fieldsOf(command, error);
  const refused: RefusedCommand = { command, code, params, errors, values: flatValues(typed) };
  return data(refused, { status });
}

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
  const command = CLAIMANT_COMMANDS.find(known => known === typed.command);
  const expectedVersion = Number(typed.version);
  if (command === undefined || !Number.isInteger(expectedVersion)) {
    return toErrorPage(new AppError('malformed-request'));
  }
  const named = typed[command];
  const values = typeof named === 'object' && !Array.isArray(named) ? (named as FormValues) : {};
  const order = { actor, caseId: found.id, now, expectedVersion };
  try {
    if (refused !== undefined && files.length === 0) throw refused;
    await GIVE[command]({ order, values, files: files.map(({ stored }) => stored), found });
    if (refused !== undefined) throw refused;
  } catch (error) {
    return refusal(command, error, typed);
  }
  return redirect(`/operator/disputes/${found.summary.reference}?done=${command}`);
}
