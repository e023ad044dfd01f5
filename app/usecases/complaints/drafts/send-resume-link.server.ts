import type { Language } from '#app/domain/shared/language.ts';
import { keyedDigest, sha256 } from '#app/platform/crypto.server.ts';
import { continueAsSystem, type Tx, withActor } from '#app/platform/db/client.server.ts';
import { env } from '#app/platform/env.server.ts';
import { type RateLimit, spendAttempt } from '#app/platform/session/rate-limit.server.ts';
import { queueNote } from '../../notifications/queue-note.server.ts';
import { holderOf, keysOf } from './draft-access.server.ts';
import { issueLinkSecret, openDraftIn } from './draft-keys.server.ts';

/** Links in an hour: to one address from anywhere, so that nobody is flooded. */
const LINKS_TO_ADDRESS: RateLimit = { name: 'draft-link-to', points: 3, seconds: 3600 };

/** Where a link's secret is posted: it stands in the query, which no log keeps. */
function linkOf(secret: string): string {
  return `${env().PUBLIC_URL}/complaint/resume?key=${secret}`;
}

interface LinkNote {
  readonly kind: 'start.resume-link' | 'start.reminder' | 'start.not-filed';
  readonly token: string;
  readonly channel: 'mail' | 'sms';
  readonly to: string;
  readonly language: Language;
  /** ISO instant. */
  readonly now: string;
  readonly expiresAt: Date;
}

/** Queues a note with a fresh link to a draft, as the system, in the caller's transaction. */
export async function queueLink(tx: Tx, note: LinkNote): Promise<void> {
  const secret = await issueLinkSecret(tx, note);
  await queueNote(tx, {
    kind: note.kind,
    channel: note.channel,
    to: note.to,
    language: note.language,
    values: {},
    secrets: { link: linkOf(secret) },
    dedupeKey: `draft/${keysOf(note.token).id}/${sha256(secret)}`,
  });
}

interface LinkToSend {
  readonly token: string;
  readonly email: string;
  readonly language: Language;
  /** ISO instant. */
  readonly now: string;
}

/** Mails a link that opens the draft once in any browser. Throws `draft-expired`, `already-filed`, `too-many-requests`. */
export async function sendResumeLink({ token, email, language, now }: LinkToSend): Promise<void> {
  await spendAttempt(LINKS_TO_ADDRESS, keyedDigest('address of a link', email));
  await withActor(holderOf(token), async tx => {
    const { expiresAt } = await openDraftIn(tx, token, now);
    await continueAsSystem(tx);
    await queueLink(tx, {
      ...{ kind: 'start.resume-link', channel: 'mail', to: email },
      ...{ token, language, now, expiresAt },
    });
  });
}
