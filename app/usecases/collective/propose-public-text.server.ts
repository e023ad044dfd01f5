import { randomUUID } from 'node:crypto';
import { sha256 } from '#app/platform/crypto.server.ts';
import { type CommandInput, executeCommand } from '../complaints/execute-command.server.ts';
import type { ProposedText } from './public-text.schema.ts';

interface Proposal extends Omit<CommandInput, 'command'> {
  readonly text: ProposedText;
}

/** The digest by which an event names a text. */
export function digestOfText(textId: string, ...parts: readonly string[]): string {
  return sha256([textId, ...parts].join('\n'));
}

/** The spokesperson says what everybody should read. Nothing is public before an officer approved it. */
export function proposePublicText({ text, ...input }: Proposal) {
  return executeCommand({ ...input, command: 'propose-public-text' }, async (_loaded, tx) => {
    const textId = randomUUID();
    const { language, title, body } = text;
    const { caseId, now } = input;
    await tx.collectiveText.create({
      data: { id: textId, caseId, language, title, body, state: 'proposed', proposedAt: now },
    });
    const payload = { textId, digest: digestOfText(textId, title, body) };
    return { events: [{ type: 'public-text-proposed', payload }] };
  });
}
