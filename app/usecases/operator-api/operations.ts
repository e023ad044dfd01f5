import type { z } from 'zod';
import type { ApiScope } from '#app/domain/access/api-scopes.ts';
import type { Command } from '#app/domain/case/lifecycle.ts';
import type { ErrorCode } from '#app/domain/shared/errors.ts';
import { AnswerInterim, KeepPromise } from '../casework/desk-commands.schema.ts';
import {
  Misdirect,
  ReportRemedy,
  RequestExtension,
  RequestInformation,
  WriteToComplainant,
} from '../complaints/liaison-commands.schema.ts';
import { Acknowledge, AnswerIssues } from './command-bodies.schema.ts';

/** What every operation can be refused for. */
const ALWAYS = [
  'unauthenticated',
  'api-key-refused',
  'scope-missing',
  'too-many-requests',
  'internal',
] as const satisfies readonly ErrorCode[];

const OF_COMMANDS = [
  ...ALWAYS,
  'not-found',
  'malformed-request',
  'idempotency-key-missing',
  'idempotency-conflict',
  'idempotency-in-progress',
  'command-not-permitted',
  'case-changed',
  'precondition-failed',
  'request-too-large',
  'unsupported-media-type',
  'invalid-input',
] as const satisfies readonly ErrorCode[];

interface Operation {
  readonly scope: ApiScope;
  /** All that it can be refused for; the document names them, and a test produces each. */
  readonly errors: readonly ErrorCode[];
}

/** The operations that only look. */
export const READS = {
  listCases: { scope: 'cases:read', errors: [...ALWAYS, 'invalid-input'] },
  getCase: { scope: 'cases:read', errors: [...ALWAYS, 'not-found'] },
  listMessages: { scope: 'cases:read', errors: [...ALWAYS, 'not-found'] },
  getEvidence: {
    scope: 'evidence:read',
    errors: [
      ...ALWAYS,
      'invalid-input',
      'forbidden',
      'not-found',
      'evidence-being-checked',
      'evidence-quarantined',
    ],
  },
} as const satisfies Record<string, Operation>;

interface CommandOperation extends Operation {
  /** The last part of its address, below the case. */
  readonly segment: string;
  readonly command: Command;
  readonly body: z.ZodType;
}

/** The operations that change a case: one a command of the lifecycle. */
export const COMMAND_OPERATIONS = {
  acknowledgeCase: {
    segment: 'acknowledgement',
    command: 'acknowledge',
    scope: 'cases:write',
    body: Acknowledge,
    errors: OF_COMMANDS,
  },
  sendMessage: {
    segment: 'messages',
    command: 'write-to-complainant',
    scope: 'cases:write',
    body: WriteToComplainant,
    errors: OF_COMMANDS,
  },
  askForInformation: {
    segment: 'information-requests',
    command: 'request-information',
    scope: 'cases:write',
    body: RequestInformation,
    errors: OF_COMMANDS,
  },
  takeExtension: {
    segment: 'extension',
    command: 'request-extension',
    scope: 'cases:write',
    body: RequestExtension,
    errors: [...OF_COMMANDS, 'extension-not-allowed'],
  },
  misdirectCase: {
    segment: 'misdirection',
    command: 'misdirect',
    scope: 'cases:write',
    body: Misdirect,
    errors: OF_COMMANDS,
  },
  answerCase: {
    segment: 'answers',
    command: 'answer',
    scope: 'answers:write',
    body: AnswerIssues,
    errors: [...OF_COMMANDS, 'answer-without-substance', 'answer-waiting'],
  },
  answerInterim: {
    segment: 'interim-answers',
    command: 'answer-interim',
    scope: 'answers:write',
    body: AnswerInterim,
    errors: OF_COMMANDS,
  },
  keepPromise: {
    segment: 'kept-promises',
    command: 'keep-promise',
    scope: 'answers:write',
    body: KeepPromise,
    errors: OF_COMMANDS,
  },
  reportRemedy: {
    segment: 'remedy-report',
    command: 'report-remedy',
    scope: 'answers:write',
    body: ReportRemedy,
    errors: OF_COMMANDS,
  },
} as const satisfies Record<string, CommandOperation>;

export type CommandOperationId = keyof typeof COMMAND_OPERATIONS;
export type OperationId = keyof typeof READS | CommandOperationId;

const ALL: Readonly<Record<OperationId, Operation>> = { ...READS, ...COMMAND_OPERATIONS };

/** The scope that an operation needs. */
export function scopeOf(operation: OperationId): ApiScope {
  return ALL[operation].scope;
}

/** The operation at the end of a case's address; undefined for what is none. */
export function commandAt(segment: string): CommandOperationId | undefined {
  const ids = Object.keys(COMMAND_OPERATIONS) as CommandOperationId[];
  return ids.find(id => COMMAND_OPERATIONS[id].segment === segment);
}
