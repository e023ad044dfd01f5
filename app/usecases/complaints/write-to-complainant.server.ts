import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface MessageOfOperator extends Omit<CommandInput, 'command'> {
  /** Cleaned text. */
  readonly body: string;
}

/** The operator writes to the complainant through the portal, without the clock standing still: neither learns an address. */
export function writeToComplainant(input: MessageOfOperator) {
  return executeCommand({ ...input, command: 'write-to-complainant' }, () => {
    const { row, sealed } = personMessage({ ...input, kind: 'message', audience: 'parties' });
    return { events: [{ type: 'operator-wrote', payload: sealed }], rows: { messages: [row] } };
  });
}
