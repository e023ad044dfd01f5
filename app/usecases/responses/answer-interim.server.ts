import { AppError } from '#app/domain/shared/errors.ts';
import { localDateOf, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { type CommandInput, executeCommand } from '../complaints/execute-command.server.ts';
import { personMessage } from '../complaints/person-message.server.ts';
import { activeProfile } from '../profile.server.ts';

interface InterimAnswer extends Omit<CommandInput, 'command'> {
  /** What is being done; cleaned text. */
  readonly doing: string;
  /** The last day on which the customer hears more. */
  readonly until: PlainDate;
}

/**
 * The operator tells the customer what is being done and until when. It is no answer: the time to answer runs on.
 * @throws AppError `invalid-input` for a day that doesn't lie ahead
 */
export async function answerInterim(input: InterimAnswer) {
  const { until, now } = input;
  if (until <= localDateOf(now, activeProfile().timeZone)) {
    throw new AppError('invalid-input', { fields: { until: { code: 'not-ahead' } } });
  }
  return executeCommand({ ...input, command: 'answer-interim' }, () => {
    const { row, sealed } = personMessage({
      ...input,
      kind: 'interim-answer',
      audience: 'parties',
      body: input.doing,
    });
    return {
      events: [{ type: 'interim-answered', payload: { ...sealed, until } }],
      rows: { messages: [row] },
    };
  });
}
