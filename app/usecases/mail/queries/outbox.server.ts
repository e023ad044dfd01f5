import { SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { keepsSecrets } from '../../notifications/note-occasion.server.ts';
import { openSecrets, revealSecrets } from '../../notifications/note-secrets.server.ts';

/** A mail of the outbox as the list shows it. */
export interface OutboxLine {
  readonly id: string;
  readonly kind: string;
  /** mail, sms */
  readonly channel: string;
  readonly recipient: string;
  readonly language: string;
  /** Empty until sent, and of an SMS. */
  readonly subject: string;
  /** Empty until sent. */
  readonly text: string;
  readonly state: string;
  /** ISO instant. */
  readonly createdAt: string;
}

export interface OutboxMail extends OutboxLine {
  readonly sentAt: string | null;
  readonly attempts: number;
  readonly lastError: string | null;
}

const PAGE = 50;

/** @throws AppError `not-found` where real people's mail would be shown */
function refuseOnProduction(): void {
  if (!keepsSecrets()) throw new AppError('not-found');
}

interface Row extends Omit<OutboxMail, 'createdAt' | 'sentAt'> {
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

function mailOf({ createdAt, sentAt, ...row }: Row): OutboxMail {
  return { ...row, createdAt: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null };
}

const SHOWN = {
  id: true,
  kind: true,
  channel: true,
  recipient: true,
  language: true,
  subject: true,
  text: true,
  state: true,
  createdAt: true,
  sentAt: true,
  attempts: true,
  lastError: true,
} as const;

/**
 * A page of the outbox, newest first, for development, demonstration and test instances.
 * @param after the last mail of the page before
 * @throws AppError not-found on production instances
 */
export async function readOutbox(after?: string): Promise<{ mails: OutboxLine[]; next: string | undefined }> {
  refuseOnProduction();
  const rows = await withActor(SYSTEM, tx =>
    tx.mailOutbox.findMany({
      select: SHOWN,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PAGE + 1,
      ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
    }),
  );
  const mails = rows.slice(0, PAGE).map(mailOf);
  return { mails, next: rows.length > PAGE ? mails.at(-1)?.id : undefined };
}

/** One mail of the outbox, a note with its code. @throws AppError not-found */
export async function readOutboxMail(id: string): Promise<OutboxMail> {
  refuseOnProduction();
  const select = { ...SHOWN, params: true, secret: true } as const;
  const row = await withActor(SYSTEM, tx => tx.mailOutbox.findUnique({ where: { id }, select }));
  if (row === null) throw new AppError('not-found');
  const { params, secret, ...shown } = row;
  const secrets = params === null ? {} : openSecrets(secret);
  return mailOf({ ...shown, text: revealSecrets(row.text, secrets) });
}
