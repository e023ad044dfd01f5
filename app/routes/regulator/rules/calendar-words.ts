import type { TFunction } from 'i18next';
import type { CalendarChange } from '#app/domain/rules/calendar-change.ts';
import type { Language, LocalisedText } from '#app/domain/shared/language.ts';
import { formatDate } from '#app/i18n/format.ts';

interface Words {
  readonly t: TFunction;
  readonly language: Language;
  readonly timeZone: string;
  readonly names: Readonly<Record<string, LocalisedText>>;
}

/** "Eid al-Adha on 28 May 2026 instead of 27 May 2026". */
export function changeText(change: CalendarChange, { t, language, timeZone, names }: Words): string {
  const own = change.do === 'declare' ? change.names : undefined;
  const name = (own ?? names[change.name])?.[language] ?? change.name;
  const date = (on: string) => formatDate(on, language, timeZone);
  const to = change.do === 'move' ? date(change.to) : '';
  return t(`rules:change.${change.do}`, { name, on: date(change.on), to });
}
