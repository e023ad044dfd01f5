import type { InterimDecision } from '#app/domain/case/outcomes.ts';
import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface InterimOrder extends Omit<CommandInput, 'command'> {
  readonly decision: InterimDecision;
  /** Why, and what holds until the dispute is decided; cleaned text. */
  readonly reasons: string;
}

/** The officer grants or refuses the interim measure that an operator asked for; its clock stops. */
export function decideInterim(input: InterimOrder) {
  return executeCommand({ ...input, command: 'decide-interim' }, () => {
    const { row, sealed } = personMessage({
      ...input,
      kind: 'interim-decision',
      audience: 'parties',
      body: input.reasons,
    });
    const payload = { ...sealed, decision: input.decision };
    return { events: [{ type: 'interim-decided', payload }], rows: { messages: [row] } };
  });
}
