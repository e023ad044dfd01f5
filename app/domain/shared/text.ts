/** Controls that reorder or hide what people read: embeddings, overrides, isolates and marks. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Zero-width signs that let two different texts look the same. The joiners that scripts need stay. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/gu;
/** Control characters other than tabulator and line feed, and halves of surrogate pairs. */
const FORBIDDEN = /[\p{Cc}\p{Cs}]/u;
const LINE_ENDS = /\r\n?|\u2028|\u2029|\u0085/gu;

export type CleanText = { readonly ok: true; readonly text: string } | { readonly ok: false };

/**
 * A text as it is stored: NFC, line ends as line feeds, tabulators as spaces, trimmed, without controls that
 * reorder what is shown. Refused (`ok: false`) when it holds a control character such as NUL: no keyboard
 * writes one, and databases, mail headers and PDF refuse or misread it.
 */
export function cleanText(value: string): CleanText {
  const text = value
    .replace(LINE_ENDS, '\n')
    .replaceAll('\t', ' ')
    .replace(BIDI_CONTROLS, '')
    .replace(INVISIBLE, '');
  if (FORBIDDEN.test(text.replaceAll('\n', ''))) return { ok: false };
  return { ok: true, text: text.normalize('NFC').trim() };
}

/** As {@link cleanText}, on one line: line ends and runs of blanks become one space. For names and titles. */
export function cleanLine(value: string): CleanText {
  const cleaned = cleanText(value);
  return cleaned.ok ? { ok: true, text: cleaned.text.replace(/\s+/gu, ' ') } : cleaned;
}

/** What another program said, as it can be stored and shown on a line: each control character is a space. */
export function withoutControls(text: string): string {
  return text.replaceAll(new RegExp(FORBIDDEN, 'gu'), ' ').replace(BIDI_CONTROLS, '');
}

/** Characters as people count them: a letter with its marks, or an emoji, is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

const ARABIC_INDIC_ZERO = 0x660;
const EXTENDED_ARABIC_INDIC_ZERO = 0x6f0;

/** Arabic-Indic and Persian digits, and their decimal and thousands separators, as Latin ones. */
export function latinDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/gu, digit => String((digit.codePointAt(0) ?? 0) - ARABIC_INDIC_ZERO))
    .replace(/[\u06f0-\u06f9]/gu, digit => String((digit.codePointAt(0) ?? 0) - EXTENDED_ARABIC_INDIC_ZERO))
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', '\u2019');
}
