import { AppError } from '#app/domain/shared/errors.ts';
import { type CommandInput, executeCommand } from '../complaints/execute-command.server.ts';

/**
 * The complainant of a case that is over asks for the erasure of what is personal in it. The worker erases after the
 * profile's time for second thoughts.
 * @throws AppError command-not-permitted when it was asked for or done before
 */
export function requestErasure(input: Omit<CommandInput, 'command'>) {
  return executeCommand({ ...input, command: 'request-erasure' }, ({ events }) => {
    const before = events.some(({ type }) => type === 'erasure-requested' || type === 'personal-data-erased');
    if (before) throw new AppError('command-not-permitted');
    return { events: [{ type: 'erasure-requested', payload: {} }] };
  });
}
