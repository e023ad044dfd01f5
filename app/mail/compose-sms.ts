import { formatDate, isolateLtr } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/i18n.ts';
import type { Occasion } from './compose-mail.ts';
import { isMailKind, mailKind } from './mail-kinds.ts';

/**
 * What happened to a case, for an SMS: the reference, one sentence, the day that matters, and where to look. It names
 * neither a person nor the operator, because an SMS shows on a locked screen. At most one SMS in Latin letters.
 * @throws RangeError for a kind that has no SMS
 */
export function composeSms(occasion: Occasion): string {
  const { kind, language, reference, deadlines, timeZone, publicUrl } = occasion;
  if (!isMailKind(kind)) throw new RangeError(`no SMS is called ${kind}`);
  const t = translator(language, 'sms');
  const clock = mailKind(kind).deadlines?.[0]?.clock;
  const deadline = clock === undefined ? undefined : deadlines[clock];
  const shown = language === 'ar' ? isolateLtr(reference) : reference;
  const day =
    deadline === undefined
      ? []
      : [t('until', { date: formatDate(deadline.dueAt, language, timeZone, 'short') })];
  return [`${shown}: ${t(kind)}`, ...day, `${publicUrl}/track`].join(' ');
}
