import { latinDigits } from './text.ts';

/** What should not stand in a text that others read. */
export const SENSITIVE_KINDS = ['card', 'password', 'identity'] as const;

export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];

/** A part of a text, as indices of `String.slice`. */
export interface SensitivePart {
  readonly kind: SensitiveKind;
  readonly start: number;
  readonly end: number;
}

/** Thirteen to nineteen digits, in groups or not, that no letter and no other digit touches. */
const LONG_NUMBER = /(?<![\p{L}\d])(?<!\d[ .-])\d(?:[ .\u00a0-]?\d){12,18}(?![ .-]?\d)(?!\p{L})/gu;

/** Numbers of the card networks by their first digits and length; others of the same length are no cards. */
const CARD_NUMBERS = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^5[1-5]\d{14}$/,
  /^2(?:22[1-9]|2[3-9]\d|[3-6]\d{2}|7[01]\d|720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-5]|[68]\d)\d{11}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^6(?:011|5\d{2}|4[4-9]\d)\d{12}$/,
  /^62\d{14,17}$/,
  /^(?:5018|5020|5038|6304|6759|676[1-3])\d{8,15}$/,
];

/** The check of card numbers (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function isCard(digits: string): boolean {
  return CARD_NUMBERS.some(network => network.test(digits)) && passesLuhn(digits);
}

/** The French NIR: sex, year, month, place, order, and a key of 97 minus the rest (Corsica's letters left out). */
function isFrenchNumber(digits: string): boolean {
  if (!/^[12]\d{2}(?:0[1-9]|1[0-2]|[2-4]\d|50)\d{10}$/.test(digits)) return false;
  return 97n - (BigInt(digits.slice(0, 13)) % 97n) === BigInt(digits.slice(13));
}

/** The Swiss AHV/AVS number: 756 and the check digit of EAN-13. */
function isSwissNumber(digits: string): boolean {
  if (!/^756\d{10}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 12)].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 1 ? 3 : 1),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(digits[12]);
}

function kindOfNumber(digits: string): SensitiveKind | null {
  if (isCard(digits)) return 'card';
  return isFrenchNumber(digits) || isSwissNumber(digits) ? 'identity' : null;
}

/** "identity card", "CIN", "CNIB" and the like: the numbers themselves look like any reference. */
const IDENTITY_WORDS = [
  String.raw`(?<!\p{L})(?:CINE?|CNIE|CNIB|CNI|NIP)(?!\p{L})`,
  String.raw`carte (?:nationale|d['’]identit[ée])[^.;\n\d]{0,20}?`,
  "pi[èe]ce d['’]identit[ée]",
  'passeport|passport|reisepass',
  String.raw`identity card|id card|(?<!\p{L})Ausweis(?:nummer)?|identit[äa]tskarte`,
  'بطاق(?:ة|ه|تي) (?:ال)?(?:تعريف|وطنية|هوية)(?: (?:ال)?وطنية)?',
].join('|');

/** Morocco's CIN: one or two letters, five to six digits. Burkina Faso's CNIB: B and seven to eight digits. */
const IDENTITY_NUMBER = String.raw`[A-Z]{1,2} ?\d{5,6}(?!\d)|B ?\d{7,8}(?!\d)|\d{17}(?!\d)|\d{2}[A-Z]{2}\d{5}`;

const IDENTITY = new RegExp(
  String.raw`(?:${IDENTITY_WORDS})[^\p{L}\d\n]{0,4}(?:(?:n°|no|nr|num[ée]ro|number|nummer|est|is|ist|هو|رقم)[^\p{L}\d\n]{0,3}){0,2}(?<found>${IDENTITY_NUMBER})`,
  'giu',
);

const PASSWORD_WORDS = [
  'mots? de passe|mdp|password|passwort|kennwort',
  String.raw`(?<!\p{L})(?:code )?(?:pin|puk|otp)(?: code)?(?!\p{L})`,
  'codes? (?:secrets?|confidentiels?|de validation|de confirmation|orange money|mobile money|wave)',
  'secret code|geheimcode|geheimzahl|bestätigungscode',
  '(?:كلمة|كلمه) (?:السر|المرور|سر)',
  '(?:ال)?(?:رمز|قن|كود) (?:ال)?(?:سري|تأكيد|سر)',
  'الكود سيكري',
].join('|');

const SAYS = String.raw`\s?(?:[:=]|est|is|ist|war|était|was|هو|هي|كان)\s?:?\s?`;

/** A password follows a colon; after "is" it has a digit, or else it is a word of the sentence. A PIN is digits. */
const PASSWORD = new RegExp(
  [
    String.raw`(?:${PASSWORD_WORDS})[^\p{L}\d\n:=]{0,3}(?:(?:[:=])\s?["«“]?\s?(?<after>[^\s,;.«»"”]{4,64}))`,
    String.raw`(?:${PASSWORD_WORDS})${SAYS}["«“]?\s?(?<said>(?=[^\s]*\d)[^\s,;.«»"”]{4,64})`,
    String.raw`(?:${PASSWORD_WORDS})[\s(«"“]{0,3}(?<pin>\d{4,8})(?![\d\p{L}])`,
  ].join('|'),
  'giu',
);

function longNumbers(text: string): readonly SensitivePart[] {
  return [...text.matchAll(LONG_NUMBER)].flatMap(({ 0: found, index }) => {
    const kind = kindOfNumber(found.replace(/\D/gu, ''));
    return kind === null ? [] : [{ kind, start: index, end: index + found.length }];
  });
}

function named(text: string, pattern: RegExp, kind: SensitiveKind): readonly SensitivePart[] {
  return [...text.matchAll(pattern)].flatMap(match => {
    const found = Object.values(match.groups ?? {}).find(group => group !== undefined);
    if (found === undefined) return [];
    const end = match.index + match[0].length;
    return [{ kind, start: end - found.length, end }];
  });
}

/** Long texts are read up to here; the form takes less. */
const MOST_CHARACTERS = 40_000;

/**
 * Card numbers, passwords and codes, and identity numbers (Morocco, Switzerland, Burkina Faso, France) in a text, in
 * their order and without overlap. It errs on the side of silence: telephone numbers, references and transaction
 * numbers stay, and an identity number without a check digit counts only after its name.
 */
export function findSensitive(text: string): readonly SensitivePart[] {
  // Digit by digit, so that the positions stay those of the text.
  const read = latinDigits(text.slice(0, MOST_CHARACTERS));
  const found = [
    ...longNumbers(read),
    ...named(read, PASSWORD, 'password'),
    ...named(read, IDENTITY, 'identity'),
  ].sort((a, b) => a.start - b.start);
  const parts: SensitivePart[] = [];
  for (const part of found) if (part.start >= (parts.at(-1)?.end ?? 0)) parts.push(part);
  return parts;
}

/** The text with every letter and digit of the sensitive parts replaced by a dot; its length stays. */
export function maskSensitive(text: string): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of findSensitive(text)) {
    masked += text.slice(at, start) + text.slice(start, end).replace(/[^\s.-]/gu, '•');
    at = end;
  }
  return masked + text.slice(at);
}
