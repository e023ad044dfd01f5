import { randomUUID } from 'node:crypto';
import type { EventVisibility } from '#app/domain/case/events.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { sha256 } from '#app/platform/crypto.server.ts';

interface MessageInput {
  readonly caseId: string;
  readonly kind: string;
  readonly audience: EventVisibility;
  readonly body: string;
  readonly actor: Actor;
  readonly now: string;
}

/** What somebody wrote, as a row of its own; the event holds its id and digest. */
export function personMessage(input: MessageInput) {
  const messageId = randomUUID();
  const row = {
    id: messageId,
    case_id: input.caseId,
    kind: input.kind,
    audience: input.audience,
    author_role: input.actor.role,
    author_name: input.actor.name,
    body: input.body,
    at: input.now,
  };
  return { row, sealed: { messageId, digest: sha256(`${messageId}\n${input.body}`) } };
}
