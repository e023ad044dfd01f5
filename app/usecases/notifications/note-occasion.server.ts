import { z } from 'zod';
import { isLanguage, type Language, type LocalisedText } from '#app/domain/shared/language.ts';
import type { MailOutbox } from '#app/platform/db/generated/client.ts';
import { env } from '#app/platform/env.server.ts';
import { activeProfile } from '../profile.server.ts';
import { masksOf, openSecrets } from './note-secrets.server.ts';

/** Everything that a note's text may say. */
export interface NoteOccasion {
  readonly kind: string;
  readonly language: Language;
  /** Values and secrets (or the masks in their place) by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly regulatorName: LocalisedText;
}

/** Whether this row of the outbox is a note, not the mail that follows a case's event. */
export function isNote(row: MailOutbox): boolean {
  return row.params !== null;
}

/**
 * Whether a note's sealed secrets stay with it once sent: where no real person writes, a tester reads the code on the
 * outbox page.
 */
export function keepsSecrets(): boolean {
  const { NODE_ENV, RECOURS_INSTANCE } = env();
  return RECOURS_INSTANCE !== 'production' || NODE_ENV === 'development';
}

/** What a note is about, twice: with its secrets, to be sent, and with masks, to be stored. */
export function noteOccasions(row: MailOutbox): {
  readonly sent: NoteOccasion;
  readonly stored: NoteOccasion;
} {
  const { regulator, defaultLanguage } = activeProfile();
  const values = z.record(z.string(), z.string()).parse(row.params);
  const secrets = openSecrets(row.secret);
  const occasion = {
    kind: row.kind,
    language: isLanguage(row.language) ? row.language : defaultLanguage,
    regulatorName: regulator.name,
  };
  return {
    sent: { ...occasion, values: { ...values, ...secrets } },
    stored: { ...occasion, values: { ...values, ...masksOf(secrets) } },
  };
}
