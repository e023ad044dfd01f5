import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface InformationRequest extends Omit<CommandInput, 'command'> {
  /** What the complainant is asked for; cleaned text. */
  readonly question: string;
}

/** The operator asks the complainant for something; its clock stands until the answer, within the rule's cap. */
export function requestInformation(input: InformationRequest) {
  return executeCommand({ ...input, command: 'request-information' }, () => {
    const { row, sealed } = personMessage({
      ...input,
      kind: 'information-request',
      audience: 'parties',
      body: input.question,
    });
    return { events: [{ type: 'information-requested', payload: sealed }], rows: { messages: [row] } };
  });
}
