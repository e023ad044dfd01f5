import { type CommandInput, executeCommand } from '../complaints/execute-command.server.ts';
import { digestOfText } from './propose-public-text.server.ts';
import { waitingText } from './waiting-text.server.ts';

interface Refusal extends Omit<CommandInput, 'command'> {
  /** What the spokesperson reads; cleaned text. */
  readonly reason: string;
}

/** The officer sends a proposed text back; a page that is already public stays as it is. */
export function refusePublicText({ reason, ...input }: Refusal) {
  return executeCommand({ ...input, command: 'refuse-public-text' }, async (_loaded, tx) => {
    const { id } = await waitingText(tx, input.caseId);
    const decided = { state: 'refused', reason, decidedAt: input.now, decidedBy: input.actor.name };
    await tx.collectiveText.update({ where: { id }, data: decided });
    return {
      events: [{ type: 'public-text-refused', payload: { textId: id, digest: digestOfText(id, reason) } }],
    };
  });
}
