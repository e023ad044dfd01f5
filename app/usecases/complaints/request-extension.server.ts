import { isBreached } from '#app/domain/deadline/deadline.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface ExtensionRequest extends Omit<CommandInput, 'command'> {
  /** Why; read by the complainant. Cleaned text. */
  readonly reason: string;
}

/**
 * The operator takes the extension that the rule gives, once and before its time is over.
 * @throws AppError `extension-not-allowed` where the rule gives none or the deadline has passed
 */
export function requestExtension(input: ExtensionRequest) {
  return executeCommand({ ...input, command: 'request-extension' }, ({ clocks }) => {
    const clock = clocks.findLast(candidate => candidate.kind === 'respond');
    if (clock?.rule.extension === undefined || isBreached(clock.dueAt, input.now))
      throw new AppError('extension-not-allowed');
    const { row, sealed } = personMessage({
      ...input,
      kind: 'extension',
      audience: 'parties',
      body: input.reason,
    });
    const payload = { ...sealed, ruleId: clock.rule.id };
    return { events: [{ type: 'extension-granted', payload }], rows: { messages: [row] } };
  });
}
