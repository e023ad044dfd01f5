import type { z } from 'zod';
import { permittedCommands } from '#app/domain/case/lifecycle.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { parseJson } from '#app/platform/http/read-form.server.ts';
import { AnswerInterim, KeepPromise } from '../casework/desk-commands.schema.ts';
import { submitAnswer } from '../casework/submit-answer.server.ts';
import { acknowledgeCase } from '../complaints/acknowledge-case.server.ts';
import type { LoadedCase } from '../complaints/case-store.server.ts';
import {
  Misdirect,
  ReportRemedy,
  RequestExtension,
  RequestInformation,
  WriteToComplainant,
} from '../complaints/liaison-commands.schema.ts';
import { misdirectCase } from '../complaints/misdirect-case.server.ts';
import { checked } from '../complaints/officer-commands.schema.ts';
import { reportRemedy } from '../complaints/report-remedy.server.ts';
import { requestExtension } from '../complaints/request-extension.server.ts';
import { requestInformation } from '../complaints/request-information.server.ts';
import { writeToComplainant } from '../complaints/write-to-complainant.server.ts';
import { answerInterim } from '../responses/answer-interim.server.ts';
import { keepPromise } from '../responses/keep-promise.server.ts';
import { answerOnce } from './answer-once.server.ts';
import { CaseStandingShown } from './case-shown.schema.ts';
import { Acknowledge } from './command-bodies.schema.ts';
import { findCase } from './find-case.server.ts';
import type { CommandOperationId } from './operations.ts';

interface Order {
  readonly actor: Actor;
  readonly caseId: string;
  readonly now: string;
  readonly expectedVersion?: number;
}

interface Given {
  readonly after: LoadedCase;
  /** An answer that the operator's second reader has to send. */
  readonly answerWaits?: boolean;
}

type Verb = (order: Order, body: unknown) => Promise<LoadedCase>;
type Give = (order: Order, body: unknown) => Promise<Given>;

function plainly(verb: Verb): Give {
  return async (order, body) => ({ after: await verb(order, body) });
}

async function answer(order: Order, body: unknown): Promise<Given> {
  const { kind, after } = await submitAnswer({ ...order, answer: body });
  return { after, answerWaits: kind === 'waiting' };
}

/** The verbs of the portal's forms, under the names of the API. */
const GIVE: Readonly<Record<CommandOperationId, Give>> = {
  acknowledgeCase: plainly((order, body) => acknowledgeCase({ ...order, ...checked(Acknowledge, body) })),
  sendMessage: plainly((order, body) =>
    writeToComplainant({ ...order, ...checked(WriteToComplainant, body) }),
  ),
  askForInformation: plainly((order, body) =>
    requestInformation({ ...order, ...checked(RequestInformation, body) }),
  ),
  takeExtension: plainly((order, body) => requestExtension({ ...order, ...checked(RequestExtension, body) })),
  misdirectCase: plainly((order, body) => misdirectCase({ ...order, ...checked(Misdirect, body) })),
  answerCase: answer,
  answerInterim: plainly((order, body) => answerInterim({ ...order, ...checked(AnswerInterim, body) })),
  keepPromise: plainly((order, body) => keepPromise({ ...order, ...checked(KeepPromise, body) })),
  reportRemedy: plainly((order, body) => reportRemedy({ ...order, ...checked(ReportRemedy, body) })),
};

/** A command as an operator's system gives it. */
export interface ApiCommand {
  readonly actor: Actor & { readonly organisation: string };
  readonly operation: CommandOperationId;
  readonly reference: string;
  /** The Idempotency-Key. */
  readonly key: string;
  /** The version that If-Match names; undefined without one. */
  readonly ifMatch: number | undefined;
  /** The body as it came. */
  readonly json: string;
  /** ISO instant. */
  readonly now: string;
}

const STANDING = CaseStandingShown.omit({ links: true });

/** How the case stands after the command. */
export type StandingAfter = Readonly<z.output<typeof STANDING>>;

function standingOf(reference: string, { after: { projection }, answerWaits = false }: Given): unknown {
  const { state, lastSeq: version } = projection;
  return { reference, version, state, answerWaits, commands: permittedCommands('liaison', projection) };
}

/** A case that moved on is a failed precondition to who named the version, and a conflict to who did not. */
function refusedFor(ifMatch: number | undefined) {
  return (error: unknown): never => {
    const moved = error instanceof AppError && error.code === 'case-changed' && ifMatch !== undefined;
    throw moved ? new AppError('precondition-failed', { cause: error }) : error;
  };
}

/**
 * Gives a command to a case, once for each Idempotency-Key.
 * @throws AppError what the operation's table names
 */
export async function giveCommand(command: ApiCommand): Promise<StandingAfter> {
  const { actor, operation, key, ifMatch, json, now } = command;
  const body = parseJson(json);
  const found = await findCase(actor, command.reference);
  const content = JSON.stringify([operation, found.id, ifMatch ?? null, json]);
  const request = { actor, key, content, caseVersion: found.version, now };
  const kept = await answerOnce(request, async onlyVersion => {
    const expectedVersion = ifMatch ?? onlyVersion;
    const order = {
      actor,
      caseId: found.id,
      now,
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
    };
    return standingOf(found.reference, await GIVE[operation](order, body).catch(refusedFor(ifMatch)));
  });
  return STANDING.parse(kept);
}
