import { data } from 'react-router';
import { AppError, type ErrorCode, type FieldErrors } from '#app/domain/shared/errors.ts';
import { type FormValues, flatValues } from './form-values.server.ts';
import { type Refused, toErrorPage } from './refusal.server.ts';

/** A form of a case's page: which command it gives, seen from which version of the case, and its own fields. */
interface CommandForm<C extends string> {
  readonly command: C;
  readonly expectedVersion: number;
  readonly values: FormValues;
}

/** What the page shows when a command was refused: whose form, why, and what was typed. */
export interface CommandRefusal<C extends string> extends Refused {
  readonly command: C;
}

const OF_FILES: readonly ErrorCode[] = ['too-many-files', 'file-too-large', 'file-type-refused'];
const SHOWN: readonly ErrorCode[] = [
  ...OF_FILES,
  'invalid-input',
  'case-changed',
  'command-not-permitted',
  'extension-not-allowed',
];

/**
 * Which of a page's commands a form gives. The fields of a command's form are named after it ("decide.reasons"), so
 * that ids on the page are unique; here they come without that name.
 * @throws the error page `malformed-request` for a command that the page hasn't, or without a version
 */
export function readCommandForm<C extends string>(typed: FormValues, commands: readonly C[]): CommandForm<C> {
  const command = commands.find(known => known === typed.command);
  const expectedVersion = Number(typed.version);
  if (command === undefined || !Number.isInteger(expectedVersion)) {
    return toErrorPage(new AppError('malformed-request'));
  }
  const own = typed[command];
  const values = typeof own === 'object' && !Array.isArray(own) ? (own as FormValues) : {};
  return { command, expectedVersion, values };
}

function fieldsOf(command: string, { code, fields, params }: AppError): FieldErrors {
  if (OF_FILES.includes(code)) return { [`${command}.files`]: { code, params } };
  return Object.fromEntries(Object.entries(fields).map(([field, error]) => [`${command}.${field}`, error]));
}

/**
 * The answer to a command that was refused, where the page itself can show it: wrong fields or files, or a case that
 * moved on since it was read.
 * @throws the error page for anything else
 */
export function refuseCommand<C extends string>(command: C, error: unknown, typed: FormValues) {
  if (!(error instanceof AppError) || !SHOWN.includes(error.code)) return toErrorPage(error);
  const { code, params, status } = error;
  const errors = fieldsOf(command, error);
  const refused: CommandRefusal<C> = { command, code, params, errors, values: flatValues(typed) };
  return data(refused, { status });
}
