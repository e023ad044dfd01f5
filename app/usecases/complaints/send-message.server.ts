import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface MessageToParties extends Omit<CommandInput, 'command'> {
  /** Cleaned text. */
  readonly body: string;
}

/** The complainant writes to the operator and the regulator without being asked. */
export function sendMessage(input: MessageToParties) {
  return executeCommand({ ...input, command: 'send-message' }, () => {
    const { row, sealed } = personMessage({ ...input, kind: 'message', audience: 'parties' });
    return { events: [{ type: 'message-sent', payload: sealed }], rows: { messages: [row] } };
  });
}
