import { z } from 'zod';
import { CONSENT_MANNERS, HELP_CHANNELS } from '#app/domain/case/filing-help.ts';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { type FilingContext, flag, oneOf, pastMoment } from '../complaint.schema.ts';

/** What an officer states before filing for somebody: how the person came, and that and how the person agreed. */
export function assistanceSchema(context: FilingContext) {
  return z.object({
    channel: oneOf(HELP_CHANNELS),
    consent: oneOf(CONSENT_MANNERS),
    consentAt: pastMoment(context),
    language: oneOf(LANGUAGES),
    informed: flag.refine(informed => informed, 'required'),
  });
}
