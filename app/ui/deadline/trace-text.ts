import type { TFunction } from 'i18next';
import type { TraceLine } from '#app/domain/deadline/trace.ts';
import type { Language } from '#app/domain/shared/language.ts';

/** Why a day counted or not, in words: the holiday by its name, the pause by its reason. */
export function traceText({ reason, holiday, pause }: TraceLine, t: TFunction, language: Language): string {
  const label = t(`domain:traceReason.${reason}`);
  const value = [pause && t(`domain:pauseReason.${pause}`), holiday?.[language]].filter(Boolean).join(', ');
  return value === '' ? label : t('common:labelled', { label, value });
}
