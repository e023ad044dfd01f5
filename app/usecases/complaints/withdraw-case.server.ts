import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface Withdrawal extends Omit<CommandInput, 'command'> {
  /** Cleaned text. */
  readonly reason: string;
}

/** The complainant gives the complaint up; nobody can take it up again. */
export function withdrawCase(input: Withdrawal) {
  return executeCommand({ ...input, command: 'withdraw' }, () => {
    const { row, sealed } = personMessage({
      ...input,
      kind: 'withdrawal',
      audience: 'parties',
      body: input.reason,
    });
    return { events: [{ type: 'withdrawn', payload: sealed }], rows: { messages: [row] } };
  });
}
