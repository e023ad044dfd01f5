import { type CommandInput, executeCommand } from './execute-command.server.ts';

/** The officer takes the case over from the parties, to decide it. */
export function startReview(input: Omit<CommandInput, 'command'>) {
  return executeCommand({ ...input, command: 'take-under-review' }, () => ({
    events: [{ type: 'review-started', payload: {} }],
  }));
}
