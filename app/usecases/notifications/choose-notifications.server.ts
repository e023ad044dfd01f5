import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { offersSms, type Wishes } from './notification-choices.server.ts';
import { stopHash, stopToken } from './stop-token.server.ts';

type Complainant = Actor & { readonly caseId: string };

const wishes = z.object({
  channels: z.preprocess(
    given => (given === undefined ? [] : [given].flat()),
    z.array(z.enum(['mail', 'sms'], 'not-an-option')),
  ),
  language: z.enum(LANGUAGES, 'not-an-option'),
});

/** What the page of notifications shows. */
export interface NotificationSettings extends Wishes {
  readonly reference: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly stopped: boolean;
  readonly offersSms: boolean;
}

async function settingsOf(tx: Tx, caseId: string): Promise<NotificationSettings> {
  const found = await tx.case.findUnique({
    where: { id: caseId },
    select: { reference: true, language: true, contact: true },
  });
  if (found === null) throw new AppError('not-found');
  const choice = await tx.notificationChoice.findUnique({ where: { caseId } });
  const email = found.contact?.email ?? null;
  const phone = found.contact?.phone ?? null;
  return {
    ...{ reference: found.reference, email, phone },
    byMail: choice?.byMail ?? email !== null,
    bySms: choice?.bySms ?? false,
    language: choice?.language ?? found.language,
    stopped: choice?.stoppedAt != null,
    offersSms: offersSms(),
  };
}

/** How the complainant hears of the case now. @throws AppError not-found */
export function readNotificationSettings(actor: Complainant): Promise<NotificationSettings> {
  return withActor(actor, tx => settingsOf(tx, actor.caseId));
}

/**
 * Changes by what way and in which language the complainant hears of the case; choosing a way ends a stop.
 * @throws AppError invalid-input where there is no address for a chosen way
 */
export function chooseNotifications(
  actor: Complainant,
  raw: Readonly<Record<string, unknown>>,
): Promise<void> {
  const read = wishes.safeParse(raw);
  if (!read.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(read.error) });
  const { channels, language } = read.data;
  return withActor(actor, async tx => {
    const { email, phone } = await settingsOf(tx, actor.caseId);
    const reachable = { mail: email !== null, sms: phone !== null && offersSms() };
    if (channels.some(channel => !reachable[channel])) {
      throw new AppError('invalid-input', { fields: { channels: { code: 'not-an-option' } } });
    }
    const chosen = {
      byMail: channels.includes('mail'),
      bySms: channels.includes('sms'),
      language,
      stoppedAt: null,
    };
    await tx.notificationChoice.upsert({
      where: { caseId: actor.caseId },
      create: { caseId: actor.caseId, stopHash: stopHash(stopToken(actor.caseId)), ...chosen },
      update: chosen,
    });
  });
}
