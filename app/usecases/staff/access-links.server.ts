import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type DeskRole, deskRoleOf } from '#app/domain/access/desk-roles.ts';
import { isRole, type Role, SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { isLanguage, type Language } from '#app/domain/shared/language.ts';
import { keyedDigest, randomToken } from '#app/platform/crypto.server.ts';
import { continueAsSystem, type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { AccessLink } from '#app/platform/db/generated/client.ts';
import { env } from '#app/platform/env.server.ts';
import { queueNote } from '../notifications/queue-note.server.ts';
import { activeProfile } from '../profile.server.ts';

/** For how long a mailed link works. */
const LIFETIME = {
  invitation: { hours: 24 * 7 },
  password: { hours: 24 },
  device: { minutes: 30 },
} as const;

export type LinkPurpose = keyof typeof LIFETIME;

/** For whom a link is, and what it leads to. */
export interface LinkWish {
  readonly purpose: LinkPurpose;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly operatorId: string | null;
  readonly deskRole: DeskRole;
  readonly language: Language;
  readonly userId?: string;
  readonly createdBy: string | null;
  /** Who sends it, as the mail says. */
  readonly sender: string;
}

const PAGES = { invitation: '/invitation', password: '/invitation', device: '/sign-in/device' } as const;

function digestOf(token: string): string {
  return keyedDigest('access link', token);
}

/** Mails a link that works once, in the caller's transaction, which goes on as the system. */
export async function sendAccessLink(tx: Tx, wish: LinkWish, now: Date): Promise<void> {
  const { sender, purpose, ...row } = wish;
  const token = randomToken();
  const id = randomUUID();
  const expires = Temporal.Instant.from(now.toISOString()).add(LIFETIME[purpose]);
  await tx.accessLink.create({
    data: {
      ...row,
      id,
      purpose,
      tokenHash: digestOf(token),
      createdAt: now,
      expiresAt: new Date(expires.epochMilliseconds),
    },
  });
  await continueAsSystem(tx);
  await queueNote(tx, {
    kind: `people.${purpose}`,
    channel: 'mail',
    to: wish.email,
    language: wish.language,
    values: { name: wish.name, sender },
    secrets: { link: `${env().PUBLIC_URL}${PAGES[purpose]}?key=${token}` },
    dedupeKey: `access/${id}`,
  });
}

/** A link that still works. */
export interface OpenLink {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly operatorId: string | null;
  readonly deskRole: DeskRole;
  readonly language: Language;
  readonly userId: string | null;
}

function linkFrom(row: AccessLink): OpenLink {
  return {
    ...row,
    purpose: row.purpose as LinkPurpose,
    role: isRole(row.role) ? row.role : 'public',
    deskRole: deskRoleOf(row.deskRole),
    language: isLanguage(row.language) ? row.language : activeProfile().defaultLanguage,
  };
}

/**
 * The link behind a token, which stays unused.
 * @throws AppError `link-over` for what is unknown, used, withdrawn or too old
 */
export async function readLink(token: string, now: Date): Promise<OpenLink> {
  const row = await withActor(SYSTEM, tx =>
    tx.accessLink.findFirst({
      where: { tokenHash: digestOf(token), usedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
    }),
  );
  if (row === null) throw new AppError('link-over');
  return linkFrom(row);
}

/**
 * Uses a link up, as the system. @throws AppError `link-over` when somebody was faster
 */
export async function spendLink(tx: Tx, id: string, now: Date): Promise<void> {
  const { count } = await tx.accessLink.updateMany({
    where: { id, usedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count === 0) throw new AppError('link-over');
}

/** An invitation of this operator to an address that waits for its answer; null when there is none. */
export async function findInvitation(email: string, operatorId: string, now: Date): Promise<OpenLink | null> {
  const row = await withActor(SYSTEM, tx =>
    tx.accessLink.findFirst({
      where: {
        purpose: 'invitation',
        email,
        operatorId,
        usedAt: null,
        withdrawnAt: null,
        expiresAt: { gt: now },
      },
      orderBy: { createdAt: 'desc' },
    }),
  );
  return row === null ? null : linkFrom(row);
}
