import { randomUUID } from 'node:crypto';
import type { Language } from '#app/domain/shared/language.ts';
import { now } from '#app/platform/clock.server.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { enqueue } from '#app/platform/queue/queue.server.ts';
import { sealSecrets } from './note-secrets.server.ts';

/** A mail or an SMS that is not about a case's event. */
export interface Note {
  /** `<namespace>.<name>`: its texts are `note.<name>.subject`, `.body` and `.sms` of that catalogue. */
  readonly kind: string;
  readonly channel: 'mail' | 'sms';
  /** A mail address, or a telephone number in E.164. */
  readonly to: string;
  readonly language: Language;
  readonly values: Readonly<Record<string, string>>;
  /** Shown in the text, sealed at rest, cleared once sent. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** A second note with the same key is not sent. */
  readonly dedupeKey: string;
  readonly caseId?: string;
}

/** Puts a note into the outbox and its job into the queue, in the caller's transaction. */
export async function queueNote(tx: Tx, note: Note): Promise<void> {
  const id = randomUUID();
  const { count } = await tx.mailOutbox.createMany({
    data: {
      id,
      caseId: note.caseId ?? null,
      dedupeKey: `note/${note.dedupeKey}`,
      kind: note.kind,
      channel: note.channel,
      recipient: note.to,
      language: note.language,
      params: { ...note.values },
      secret: sealSecrets(note.secrets),
      subject: '',
      text: '',
      state: 'queued',
      createdAt: now(),
    },
    skipDuplicates: true,
  });
  if (count === 0) return;
  await enqueue(tx, [
    note.channel === 'mail'
      ? { name: 'send-mail', data: { mailId: id } }
      : { name: 'send-sms', data: { messageId: id } },
  ]);
}
