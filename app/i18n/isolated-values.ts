/** Values that come in another script than the sentence may: names, addresses, sources, what people called things. */
const FOREIGN = ['operator', 'brands', 'regulator', 'name', 'names', 'file', 'files', 'title', 'line'];
const ADDRESSES = ['email', 'contact', 'address', 'domain', 'network', 'host'];
const PLACES = new RegExp(
  `(?<![\\u2066-\\u2068])\\{\\{(?:${[...FOREIGN, ...ADDRESSES].join('|')})\\}\\}`,
  'gu',
);

/** Under this key stands what goes out as SMS, where two signs that nobody sees cost room. */
const SMS = 'sms';

/**
 * Arabic texts in which each such value stands for itself: without the isolates the bracket of "inwi (Wana Corporate)"
 * and the full stop after an address jump to the other side of the sentence. Writers of catalogues need not think of
 * signs that they can't see.
 */
export function withIsolatedValues<T>(texts: T): T {
  if (typeof texts === 'string') return texts.replaceAll(PLACES, place => `\u2068${place}\u2069`) as T;
  if (typeof texts !== 'object' || texts === null) return texts;
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      key === SMS ? value : withIsolatedValues<unknown>(value),
    ]),
  ) as T;
}
