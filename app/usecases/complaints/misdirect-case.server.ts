import { AppError } from '#app/domain/shared/errors.ts';
import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface Misdirection extends Omit<CommandInput, 'command'> {
  /** Why; read by the complainant and the regulator. Cleaned text. */
  readonly reason: string;
  /** Whom it concerns, as far as the operator knows. */
  readonly suggestedOperatorId?: string | undefined;
}

/** The operator says that the case isn't its own; the regulator decides where it goes. */
export function misdirectCase(input: Misdirection) {
  return executeCommand({ ...input, command: 'misdirect' }, async ({ projection }, tx) => {
    const { suggestedOperatorId = null } = input;
    if (suggestedOperatorId !== null) {
      const operator = await tx.operator.findUnique({ where: { id: suggestedOperatorId } });
      if (operator === null || !operator.active || operator.id === projection.operatorId)
        throw new AppError('invalid-input', { fields: { suggestedOperatorId: { code: 'not-an-option' } } });
    }
    const { row, sealed } = personMessage({
      ...input,
      kind: 'misdirection',
      audience: 'parties',
      body: input.reason,
    });
    const payload = { ...sealed, suggestedOperatorId };
    return { events: [{ type: 'misdirected', payload }], rows: { messages: [row] } };
  });
}
