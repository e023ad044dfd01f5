import type { INADMISSIBILITY_REASONS } from '#app/domain/case/outcomes.ts';
import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface Inadmissibility extends Omit<CommandInput, 'command'> {
  readonly reason: (typeof INADMISSIBILITY_REASONS)[number];
  /** What the parties read beside the reason; cleaned text. */
  readonly explanation: string;
}

/** The officer ends a case that the regulator may not examine. */
export function declareInadmissible(input: Inadmissibility) {
  return executeCommand({ ...input, command: 'declare-inadmissible' }, () => {
    const { row, sealed } = personMessage({
      ...input,
      kind: 'inadmissibility',
      audience: 'parties',
      body: input.explanation,
    });
    const payload = { ...sealed, reason: input.reason };
    return { events: [{ type: 'declared-inadmissible', payload }], rows: { messages: [row] } };
  });
}
