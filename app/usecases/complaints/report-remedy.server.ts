import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface RemedyReport extends Omit<CommandInput, 'command'> {
  /** What was done, when, and how it can be checked. Cleaned text. */
  readonly report: string;
}

/** The operator reports that it has carried out the decision; the clock of the remedy stops. */
export function reportRemedy(input: RemedyReport) {
  return executeCommand({ ...input, command: 'report-remedy' }, () => {
    const { row, sealed } = personMessage({
      ...input,
      kind: 'remedy',
      audience: 'parties',
      body: input.report,
    });
    return { events: [{ type: 'remedy-reported', payload: sealed }], rows: { messages: [row] } };
  });
}
