import { z } from 'zod';
import { CONSENT_MANNERS, HELP_CHANNELS } from '#app/domain/case/filing-help.ts';

const officer = z.object({
  kind: z.literal('officer'),
  staffId: z.string(),
  name: z.string(),
  channel: z.enum(HELP_CHANNELS),
  consent: z.enum(CONSENT_MANNERS),
  /** ISO instant. */
  consentAt: z.string(),
});

const operator = z.object({
  kind: z.literal('operator'),
  staffId: z.string(),
  name: z.string(),
  /** The operator's id. */
  organisation: z.string(),
});

const filer = z.discriminatedUnion('kind', [officer, operator]);

/** The signed-in staff member who writes a draft: for a person who asked for help, or for an operator in dispute. */
export type Filer = z.infer<typeof filer>;

/** What is stored of a draft's filer; null for a draft that a complainant writes. */
export function readStoredFiler(stored: unknown): Filer | null {
  return stored === null || stored === undefined ? null : filer.parse(stored);
}

/** The operator for which a dispute is filed. */
export function operatorFiling(who: Filer | null): string | undefined {
  return who?.kind === 'operator' ? who.organisation : undefined;
}
