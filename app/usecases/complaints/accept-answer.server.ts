import { type CommandInput, executeCommand } from './execute-command.server.ts';

/** The complainant confirms that the problem is really solved: the only way to the outcome "confirmed". */
export function acceptAnswer(input: Omit<CommandInput, 'command'>) {
  return executeCommand({ ...input, command: 'accept' }, () => ({
    events: [{ type: 'accepted', payload: {} }],
  }));
}
