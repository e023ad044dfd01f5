import { type CommandInput, executeCommand } from '../complaints/execute-command.server.ts';
import { supportersOf } from './queries/tallies.server.ts';

/** The officer ends the gathering of supporters; the page stays and says so. */
export function closeSupport(input: Omit<CommandInput, 'command'>) {
  return executeCommand({ ...input, command: 'close-support' }, async (_loaded, tx) => {
    const { caseId, now } = input;
    await tx.collectivePage.update({ where: { caseId }, data: { supportClosedAt: now } });
    return { events: [{ type: 'support-closed', payload: { supporters: await supportersOf(tx, caseId) } }] };
  });
}
