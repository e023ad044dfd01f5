import type { DISPUTE_REASONS } from '#app/domain/case/outcomes.ts';
import type { StoredUpload } from '../evidence/receive-evidence.server.ts';
import { attachToCase } from './attach-to-case.server.ts';
import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface Dispute extends Omit<CommandInput, 'command'> {
  /** The issues of the answer that are not solved. */
  readonly issues: readonly string[];
  readonly reasons: readonly (typeof DISPUTE_REASONS)[number][];
  /** What is still wrong; cleaned text. */
  readonly explanation: string;
  readonly files: readonly StoredUpload[];
}

/** The complainant says that the problem is not solved: which issues, why, and with what proof. */
export function disputeAnswer(input: Dispute) {
  return executeCommand({ ...input, command: 'dispute' }, async (loaded, tx) => {
    const added = await attachToCase(tx, loaded, input);
    const { row, sealed } = personMessage({
      ...input,
      kind: 'dispute',
      audience: 'parties',
      body: input.explanation,
    });
    const payload = { ...sealed, reasons: [...input.reasons], issues: [...input.issues] };
    return { events: [...added, { type: 'disputed', payload }], rows: { messages: [row] } };
  });
}
