import type { Language, LocalisedText } from '#app/domain/shared/language.ts';
import { isolateLtr } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/i18n.ts';
import { NAMESPACES, type Namespace } from '#app/i18n/namespaces.ts';
import type { Mail } from './compose-mail.ts';

/** What a note says, by the names of its text's placeholders. */
export interface NoteOccasion {
  /** `<namespace>.<name>` */
  readonly kind: string;
  readonly language: Language;
  readonly values: Readonly<Record<string, string>>;
  readonly regulatorName: LocalisedText;
}

function isNamespace(name: string | undefined): name is Namespace {
  return NAMESPACES.some(namespace => namespace === name);
}

/** Codes and references keep their direction inside Arabic; a link must stay as it is to be followed. */
function valuesOf({ language, values, regulatorName }: NoteOccasion): Readonly<Record<string, string>> {
  const shown = (value: string) => (language === 'ar' && !value.includes('://') ? isolateLtr(value) : value);
  const pairs = Object.entries(values).map(([name, value]) => [name, shown(value)]);
  return { regulator: regulatorName[language], ...Object.fromEntries(pairs) };
}

function textOf(occasion: NoteOccasion, part: 'subject' | 'body' | 'sms'): string {
  const [namespace, name] = occasion.kind.split('.', 2);
  if (!isNamespace(namespace) || name === undefined)
    throw new RangeError(`no note is called ${occasion.kind}`);
  return translator(occasion.language, namespace)(`note.${name}.${part}`, valuesOf(occasion));
}

/** The text of a note as a mail: greeting, what its catalogue says, who writes. @throws RangeError */
export function composeNoteMail(occasion: NoteOccasion): Mail {
  const t = translator(occasion.language, 'mail');
  const sender = [occasion.regulatorName[occasion.language], t('automatic')].join('\n');
  return {
    subject: textOf(occasion, 'subject'),
    text: `${[t('greeting'), textOf(occasion, 'body'), sender].join('\n\n')}\n`,
  };
}

/** The text of a note as an SMS. @throws RangeError */
export function composeNoteSms(occasion: NoteOccasion): string {
  return textOf(occasion, 'sms');
}
