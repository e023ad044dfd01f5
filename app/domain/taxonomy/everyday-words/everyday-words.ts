import type { Language } from '../../shared/language.ts';
import type { Category, IssueAddress } from '../taxonomy.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/**
 * What people call a problem, beside its official texts: turns of phrase and single words, separated by commas,
 * of a category as a whole or of one of its issues. Written as people write, with the usual misspellings that are
 * more than a letter away.
 */
export type EverydayWords = Readonly<Partial<Record<Category | IssueAddress, string>>>;

export const EVERYDAY_WORDS: Readonly<Record<Language, EverydayWords>> = { ar, de, en, fr };
