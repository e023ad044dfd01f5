import type { LocalisedText } from '../shared/language.ts';
import type { Category } from '../taxonomy/taxonomy.ts';

/** What the law or the regulator's rules give a consumer, in plain words. */
export interface Right {
  readonly id: string;
  /** The categories that it is about; all where none is named. */
  readonly categories?: readonly Category[];
  readonly text: LocalisedText;
  /** Act and article, decision or practice, as its country writes it. */
  readonly source: string;
  /** Not checked against the official text yet: the regulator confirms it before going live. */
  readonly assumed?: true;
}

/** The rights that concern a category, its own before those of everybody. */
export function rightsFor(category: Category, rights: readonly Right[]): readonly Right[] {
  const own = rights.filter(({ categories }) => categories?.includes(category));
  return [...own, ...rights.filter(({ categories }) => categories === undefined)];
}
