import { CROCKFORD, encode, fiveBitsOf, normalise, tidy } from './crockford.ts';

/** Characters of a reference without its dashes: prefix, year, body, check character. */
const PREFIX_LENGTH = 2;
const YEAR_LENGTH = 4;
const BODY_LENGTH = 8;
const LENGTH = PREFIX_LENGTH + YEAR_LENGTH + BODY_LENGTH + 1;

const WELL_FORMED = new RegExp(`^(?:(?!\\d)[${CROCKFORD}]){2}\\d{4}[${CROCKFORD}]{9}$`);

/** Bodies are random numbers below this: 40 bits. */
export const REFERENCE_BODIES = 2 ** 40;

/**
 * The reference of a case, "MA-2026-7K3F-9QXM-T": prefix of the profile, year of filing, body, check character.
 * @param body a random integer from 0 to `REFERENCE_BODIES` − 1, drawn by the caller.
 * @throws RangeError for a prefix with ambiguous letters, or a year or body out of range.
 */
export function makeReference(prefix: string, year: number, body: number): string {
  if (!/^[A-HJKMNP-TV-Z]{2}$/.test(prefix)) throw new RangeError(`Not a prefix: ${prefix}`);
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError(`Not a year: ${year}`);
  if (!Number.isInteger(body) || body < 0 || body >= REFERENCE_BODIES)
    throw new RangeError('Not a 40-bit number');
  const characters = `${prefix}${year}${encode(BigInt(body), BODY_LENGTH)}`;
  return group(characters + checkCharacterOf(characters));
}

export type ParsedReference =
  | { readonly ok: true; readonly reference: string }
  | { readonly ok: false; readonly reason: 'mistyped' | 'not-a-reference' };

/**
 * Reads a reference as people type it: any case, with or without spaces and dashes, O for 0, I or L for 1,
 * Arabic digits. `mistyped` is what was meant as a reference and isn't one; any single wrong character and any
 * two neighbours exchanged are found.
 */
export function parseReference(input: string): ParsedReference {
  const characters = normalise(input);
  if (WELL_FORMED.test(characters) && checkCharacterOf(characters.slice(0, -1)) === characters.at(-1)) {
    return { ok: true, reference: group(characters) };
  }
  return { ok: false, reason: resemblesReference(tidy(input)) ? 'mistyped' : 'not-a-reference' };
}

/** Up to two characters too many or too few, with as many digits as a wrong character or an O leaves of the year. */
function resemblesReference(characters: string): boolean {
  return (
    Math.abs(characters.length - LENGTH) <= 2 &&
    /^[0-9A-Z]+$/.test(characters) &&
    (characters.match(/\d/g)?.length ?? 0) >= YEAR_LENGTH - 1
  );
}

function group(characters: string): string {
  const bodyAt = PREFIX_LENGTH + YEAR_LENGTH;
  return [
    characters.slice(0, PREFIX_LENGTH),
    characters.slice(PREFIX_LENGTH, bodyAt),
    characters.slice(bodyAt, bodyAt + 4),
    characters.slice(bodyAt + 4, bodyAt + BODY_LENGTH),
    characters.slice(-1),
  ].join('-');
}

/**
 * The character that makes Σ αⁱ·cᵢ zero in the field of 32 elements, α being a generator. As no αⁱ is zero, one
 * wrong character changes the sum; as neighbouring αⁱ differ, so do two different neighbours exchanged.
 */
function checkCharacterOf(characters: string): string {
  let sum = 0;
  for (const character of characters) sum = timesAlpha(sum ^ fiveBitsOf(character));
  return CROCKFORD.charAt(sum);
}

/** Multiplication by α in GF(2⁵) modulo x⁵ + x² + 1. */
function timesAlpha(value: number): number {
  const doubled = value << 1;
  return doubled > 31 ? doubled ^ 0b100101 : doubled;
}
