/** Crockford's base 32: no I, L, O or U, so that no character is taken for another. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Digits as typed on Arabic and Persian keyboards. */
const ARABIC_DIGITS = /[٠-٩۰-۹]/g;
/** Spaces, dashes of every length, and the invisible marks that come along when copying from a page in Arabic. */
const SEPARATORS = /[\s\p{Pd}\p{Cf}_.−]/gu;

/** The five-bit value of a character of the alphabet, or -1. */
export function fiveBitsOf(character: string): number {
  return CROCKFORD.indexOf(character);
}

/** `count` characters for the lowest `count` × 5 bits of a non-negative integer. */
export function encode(value: bigint, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const shift = BigInt(5 * (count - 1 - index));
    return CROCKFORD.charAt(Number((value >> shift) & 31n));
  }).join('');
}

/** What somebody typed, reduced to capitals and digits: separators gone, digits of every script read. */
export function tidy(input: string): string {
  return input
    .normalize('NFKC')
    .replace(ARABIC_DIGITS, digit => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(SEPARATORS, '')
    .toUpperCase();
}

/** Tidied, with the letters that the alphabet leaves out read as the digits they look like. */
export function normalise(input: string): string {
  return tidy(input).replace(/O/g, '0').replace(/[IL]/g, '1');
}
