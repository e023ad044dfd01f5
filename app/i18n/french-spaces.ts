const BEFORE_SIGN = / (?=[!:;?%»])/gu;
const AFTER_QUOTE = /« /gu;

/** French sets a space before these signs, and no line may begin with one. */
function unbroken(text: string): string {
  return text.replaceAll(BEFORE_SIGN, '\u00A0').replaceAll(AFTER_QUOTE, '«\u00A0');
}

/** Under this key stands what goes out as SMS: a no-break space is outside its alphabet and halves what one holds. */
const SMS = 'sms';

/**
 * The texts with no-break spaces where French asks for them, so that writers of catalogues need not think of a
 * sign that they can't see.
 */
export function withFrenchSpaces<T>(texts: T): T {
  if (typeof texts === 'string') return unbroken(texts) as T;
  if (typeof texts !== 'object' || texts === null) return texts;
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      key === SMS ? value : withFrenchSpaces<unknown>(value),
    ]),
  ) as T;
}
