import { AppError } from '#app/domain/shared/errors.ts';
import { type CommandInput, executeCommand } from '../complaints/execute-command.server.ts';
import { personMessage } from '../complaints/person-message.server.ts';

interface KeptPromise extends Omit<CommandInput, 'command'> {
  /** The issues whose promise is kept; every open one when empty. */
  readonly issues: readonly string[];
  /** What was done, when, and how to verify it; cleaned text. */
  readonly report: string;
}

/**
 * The operator says that it did what an answer promised, which stops the promise's clock.
 * @throws AppError `invalid-input` for an issue without an open promise
 */
export function keepPromise(input: KeptPromise) {
  return executeCommand({ ...input, command: 'keep-promise' }, ({ projection }) => {
    const open = projection.promises.map(({ issue }) => issue);
    if (input.issues.some(issue => !open.includes(issue))) {
      throw new AppError('invalid-input', { fields: { issues: { code: 'not-an-option' } } });
    }
    const { row, sealed } = personMessage({
      ...input,
      kind: 'remedy',
      audience: 'parties',
      body: input.report,
    });
    const issues = input.issues.length > 0 ? [...input.issues] : open;
    return { events: [{ type: 'promise-kept', payload: { ...sealed, issues } }], rows: { messages: [row] } };
  });
}
