import { plainWords } from './plain-words.ts';

/** Somebody who can be mentioned. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

export type MentionReading =
  | { readonly ok: true; readonly userIds: readonly string[] }
  /** What stands after the sign and names nobody, or more than one. */
  | { readonly ok: false; readonly name: string };

/** Words of a name that are looked at after the sign. */
const LONGEST_NAME = 5;

function wordsAfter(text: string, at: number): readonly string[] {
  const tail = /^[^\n@,;:!?()]{1,120}/u.exec(text.slice(at))?.[0] ?? '';
  return plainWords(tail).split(' ').filter(Boolean).slice(0, LONGEST_NAME);
}

/** Who is meant by the longest run of words that begins exactly one colleague's name. */
function meant(words: readonly string[], colleagues: readonly Colleague[]): Colleague | null {
  for (let length = words.length; length > 0; length -= 1) {
    const beginning = words.slice(0, length).join(' ');
    const fitting = colleagues.filter(({ name }) => ` ${plainWords(name)} `.startsWith(` ${beginning} `));
    if (fitting.length === 1) return fitting[0] ?? null;
  }
  return null;
}

/**
 * Who is mentioned in a text by "@" and a name or its beginning ("@Karima", "@Karima Alaoui"), each once. An address
 * of e-mail is no mention.
 */
export function readMentions(text: string, colleagues: readonly Colleague[]): MentionReading {
  const found = new Set<string>();
  for (const match of text.matchAll(/(?<![\p{L}\p{N}._-])@(?=\p{L})/gu)) {
    const words = wordsAfter(text, match.index + 1);
    const colleague = meant(words, colleagues);
    if (colleague === null) return { ok: false, name: words[0] ?? '' };
    found.add(colleague.id);
  }
  return { ok: true, userIds: [...found] };
}
