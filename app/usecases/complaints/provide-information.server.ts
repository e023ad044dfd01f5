import type { StoredUpload } from '../evidence/receive-evidence.server.ts';
import { attachToCase } from './attach-to-case.server.ts';
import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface Information extends Omit<CommandInput, 'command'> {
  /** What the complainant answers to the question; cleaned text. */
  readonly reply: string;
  readonly files: readonly StoredUpload[];
}

/** The complainant answers what the operator or the regulator asked; the clock that stood goes on. */
export function provideInformation(input: Information) {
  return executeCommand({ ...input, command: 'provide-information' }, async (loaded, tx) => {
    const added = await attachToCase(tx, loaded, input);
    const { row, sealed } = personMessage({
      ...input,
      kind: 'reply',
      audience: 'parties',
      body: input.reply,
    });
    return {
      events: [...added, { type: 'information-provided', payload: sealed }],
      rows: { messages: [row] },
    };
  });
}
