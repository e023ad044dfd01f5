import { type CommandInput, executeCommand } from './execute-command.server.ts';

/** The operator's desk confirms that it has the case. */
export function acknowledgeCase(input: Omit<CommandInput, 'command'>) {
  return executeCommand({ ...input, command: 'acknowledge' }, () => ({
    events: [{ type: 'acknowledged', payload: {} }],
  }));
}
