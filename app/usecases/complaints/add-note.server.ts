import { type CommandInput, executeCommand } from './execute-command.server.ts';
import { personMessage } from './person-message.server.ts';

interface Note extends Omit<CommandInput, 'command'> {
  /** Cleaned text. */
  readonly note: string;
}

/** The regulator's staff note something that only they read. */
export function addNote(input: Note) {
  return executeCommand({ ...input, command: 'note' }, () => {
    const { row, sealed } = personMessage({
      ...input,
      kind: 'note',
      audience: 'regulator',
      body: input.note,
    });
    return { events: [{ type: 'note-added', payload: sealed }], rows: { messages: [row] } };
  });
}
