import { formatDate, isolateLtr } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/i18n.ts';
import type { Occasion } from './compose-mail.ts';
import { isMailKind, mailKind } from './mail-kinds.ts';

/** One typographic sign would halve the room of an SMS in Latin letters. */
function inGsmLetters(text: string): string {
  return text.replaceAll(/[’‘]/gu, "'").replaceAll(/[\u00a0\u202f]/gu, ' ');
}

/**
 * What happened to a case, for an SMS: the reference, one sentence, the day that matters, and a link that leads to the
 * case and stops such messages. It names
 * neither a person nor the operator, because an SMS shows on a locked screen. At most one SMS in Latin letters.
 * @throws RangeError for a kind that has no SMS
 */
export function composeSms(occasion: Occasion): string {
  const { kind, language, reference, deadlines, timeZone, publicUrl, stopUrl } = occasion;
  if (!isMailKind(kind)) throw new RangeError(`no SMS is called ${kind}`);
  const t = translator(language, 'sms');
  const clock = mailKind(kind).deadlines?.[0]?.clock;
  const deadline = clock === undefined ? undefined : deadlines[clock];
  const shown = language === 'ar' ? isolateLtr(reference) : reference;
  const date = deadline && formatDate(deadline.dueAt, language, timeZone, 'short');
  const day = date === undefined ? [] : [t('until', { date })];
  return inGsmLetters([`${shown}: ${t(kind)}`, ...day, stopUrl ?? `${publicUrl}/track`].join(' '));
}
