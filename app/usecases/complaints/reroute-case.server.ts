import { AppError } from '#app/domain/shared/errors.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface Rerouting extends Omit<CommandInput, 'command'> {
  readonly operatorId: string;
  /** Why; read by the complainant and the operators. Cleaned text. */
  readonly explanation: string;
}

async function deliveryFailed(tx: Tx, { caseId, operatorId }: Rerouting): Promise<boolean> {
  const last = await tx.delivery.findFirst({ where: { caseId, operatorId }, orderBy: { queuedAt: 'desc' } });
  return last?.state === 'failed';
}

/**
 * The officer sends a case to the operator that it concerns. The same operator is a choice only where that one
 * said that the case isn't its own (the officer then finds that it is), or where its delivery failed.
 */
export function rerouteCase(input: Rerouting) {
  return executeCommand({ ...input, command: 'reroute' }, async ({ projection }, tx) => {
    const operator = await tx.operator.findUnique({ where: { id: input.operatorId } });
    const same = projection.operatorId === input.operatorId && projection.state !== 'misdirected';
    if (operator === null || !operator.active || (same && !(await deliveryFailed(tx, input)))) {
      throw new AppError('invalid-input', { fields: { operatorId: { code: 'not-an-option' } } });
    }
    const { row, sealed } = personMessage({
      ...input,
      kind: 'rerouting',
      audience: 'parties',
      body: input.explanation,
    });
    const payload = { ...sealed, fromOperatorId: projection.operatorId, toOperatorId: operator.id };
    return { events: [{ type: 'rerouted', payload }], rows: { messages: [row] } };
  });
}
