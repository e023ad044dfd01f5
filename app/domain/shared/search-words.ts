import { latinDigits } from './text.ts';

/** Vowel signs and other marks of Arabic writing, and the stroke that only stretches a word. */
const ARABIC_MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/gu;
const LATIN_MARKS = /[\u0300-\u036f]/gu;

/** Letters that are written one for the other, as many keyboards and people do. */
const ARABIC_LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ک: 'ك',
  گ: 'ك',
  ڭ: 'ك',
  ݣ: 'ك',
  ڤ: 'ف',
  ڥ: 'ف',
  پ: 'ب',
};

/** "the", "and the", "with the", "for the" in front of an Arabic word that is long enough to stand without. */
const ARABIC_ARTICLE = /^(?:وال|بال|فال|كال|لل|ال)(?=\p{Script=Arabic}{3})/u;

/**
 * A word as a search compares it: small letters without accents and vowel signs, one form for the forms of alef,
 * ta marbuta, alef maqsura and hamza, Latin digits, and no Arabic article.
 */
export function searchForm(word: string): string {
  const folded = latinDigits(word)
    .normalize('NFC')
    .toLowerCase()
    .replace(/./gu, letter => ARABIC_LETTERS[letter] ?? letter)
    .replace(ARABIC_MARKS, '')
    .normalize('NFKD')
    .replace(LATIN_MARKS, '')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
  return folded.replace(ARABIC_ARTICLE, '');
}

/** The words of a text in {@link searchForm}: everything that is neither a letter nor a digit separates. */
export function searchWords(text: string): readonly string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}&]+/u)
    .map(searchForm)
    .filter(word => word !== '' && word !== '&');
}
