import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface ReturnForInformation extends Omit<CommandInput, 'command'> {
  /** What the complainant is asked for; cleaned text. */
  readonly question: string;
}

/** The officer asks the complainant for something; a clock of the operator stands until the answer. */
export function returnForInformation(input: ReturnForInformation) {
  return executeCommand({ ...input, command: 'return-for-information' }, () => {
    const { row, sealed } = personMessage({
      ...input,
      kind: 'information-request',
      audience: 'parties',
      body: input.question,
    });
    return { events: [{ type: 'returned-for-information', payload: sealed }], rows: { messages: [row] } };
  });
}
