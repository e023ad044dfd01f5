import type { CLOSING_REASONS } from '#app/domain/case/outcomes.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { closingReasonsFor } from './officer-commands.schema.ts';

interface Closing extends Omit<CommandInput, 'command'> {
  readonly reason: (typeof CLOSING_REASONS)[number];
}

/** The officer closes a case whose solution was confirmed or whose decision needs nothing more. */
export function closeCase(input: Closing) {
  return executeCommand({ ...input, command: 'close' }, ({ projection }) => {
    if (!closingReasonsFor(projection).includes(input.reason)) {
      throw new AppError('invalid-input', { fields: { reason: { code: 'not-an-option' } } });
    }
    return { events: [{ type: 'closed', payload: { reason: input.reason } }] };
  });
}
