import MiniSearch from 'minisearch';
import type { OperatorEntry } from '#app/domain/profile/profile.ts';
import { LANGUAGES, type Language } from '#app/domain/shared/language.ts';
import { searchWords } from '#app/domain/shared/search-words.ts';
import { EVERYDAY_WORDS } from '#app/domain/taxonomy/everyday-words/everyday-words.ts';
import {
  CATEGORY_KEYS,
  type Category,
  type IssueAddress,
  isIssueAddress,
  issuesOf,
} from '#app/domain/taxonomy/taxonomy.ts';
import { translator } from './i18n.ts';
import { categoryDescription, categoryLabel, issueLabel } from './taxonomy-texts.ts';

/** A category that fits what somebody wrote, and the issue that fits best within it, if one does. */
export interface FoundProblem {
  readonly category: Category;
  readonly issue: IssueAddress | null;
}

interface ProblemDocument {
  readonly id: string;
  readonly category: Category;
  readonly label: string;
  readonly words: string;
  readonly description: string;
}

/** Longer questions are no search any more; the rest of a pasted text is left out. */
const LONGEST_QUERY = 200;

/** Words that stand in every sentence, in the form in which the search compares them. */
const FILLERS = new Set(
  searchWords(
    `je j mon ma mes me m le la les l un une des du de d et ou à au aux en est c ce ça n ne sur dans pour par que qui
    the a an my i is it of to in on at and or for me
    der die das den dem ein eine mein meine ich ist es im in auf und oder für mit von zu bei
    في من على إلى هل أنا هذا هذه عن مع ديال لي ليا عندي`,
  ),
);

function wordsOf(text: string): string[] {
  return searchWords(text).filter(word => !FILLERS.has(word));
}

/** Short words are matched as they are: a letter more or less makes another word of them. */
function fuzziness(term: string): number | false {
  return term.length <= 3 ? false : term.length <= 5 ? 1 : 0.25;
}

function everyday(key: Category | IssueAddress): string {
  return LANGUAGES.map(language => EVERYDAY_WORDS[language][key] ?? '').join(' , ');
}

function inAllLanguages(text: (language: Language) => string): string {
  return LANGUAGES.map(text).join(' , ');
}

function documentOf(category: Category): ProblemDocument {
  return {
    id: category,
    category,
    label: inAllLanguages(language => categoryLabel(translator(language), category)),
    words: everyday(category),
    description: inAllLanguages(language => categoryDescription(translator(language), category)),
  };
}

function documentOfIssue(category: Category, issue: IssueAddress): ProblemDocument {
  return {
    id: issue,
    category,
    label: inAllLanguages(language => issueLabel(translator(language), issue)),
    words: everyday(issue),
    description: '',
  };
}

const SEARCH_OPTIONS = {
  boost: { words: 2, label: 1.5, description: 0.6 },
  fuzzy: fuzziness,
  prefix: (term: string) => term.length >= 3,
  weights: { fuzzy: 0.35, prefix: 0.5 },
};

/** Part of the best score below which a category has only a word in common with the question. */
const LEAST_LIKENESS = 0.15;

let problems: MiniSearch<ProblemDocument> | undefined;

function problemIndex(): MiniSearch<ProblemDocument> {
  if (problems !== undefined) return problems;
  const index = new MiniSearch<ProblemDocument>({
    fields: ['label', 'words', 'description'],
    storeFields: ['category'],
    tokenize: wordsOf,
    processTerm: term => term,
    searchOptions: SEARCH_OPTIONS,
  });
  for (const category of CATEGORY_KEYS) {
    index.add(documentOf(category));
    index.addAll(issuesOf(category).map(issue => documentOfIssue(category, issue)));
  }
  problems = index;
  return index;
}

/**
 * The categories that fit what somebody wrote, best first: everyday words of all four languages at once (people
 * mix them), with slips of the pen, unfinished words and Arabic in any spelling.
 * @param offered the profile's categories
 */
export function searchProblems(query: string, offered: readonly Category[]): readonly FoundProblem[] {
  const found = new Map<Category, { score: number; issue: IssueAddress | null }>();
  for (const { id, score, category } of problemIndex().search(query.slice(0, LONGEST_QUERY))) {
    const of = category as Category;
    const known = found.get(of);
    const issue = isIssueAddress(id) ? id : null;
    // The best hit of a category counts; the issue is named only where it is that hit.
    if (known === undefined) found.set(of, { score, issue });
  }
  const best = Math.max(0, ...[...found.values()].map(({ score }) => score));
  return [...found]
    .filter(([category, { score }]) => offered.includes(category) && score >= best * LEAST_LIKENESS)
    .sort(([, a], [, b]) => b.score - a.score)
    .map(([category, { issue }]) => ({ category, issue }));
}

interface OperatorDocument {
  readonly id: string;
  readonly names: string;
}

/** Stands behind the names of many operators and says nothing of which. */
const OF_ALL = 'mobile';

const operatorIndices = new WeakMap<readonly OperatorEntry[], MiniSearch<OperatorDocument>>();

function operatorIndex(operators: readonly OperatorEntry[]): MiniSearch<OperatorDocument> {
  const known = operatorIndices.get(operators);
  if (known !== undefined) return known;
  const index = new MiniSearch<OperatorDocument>({
    fields: ['names'],
    tokenize: text => searchWords(text).filter(word => word !== OF_ALL),
    processTerm: term => term,
    searchOptions: {
      fuzzy: fuzziness,
      prefix: term => term.length >= 4,
      weights: { fuzzy: 0.4, prefix: 0.6 },
    },
  });
  const offered = operators.filter(({ hidden }) => hidden !== true);
  index.addAll(
    offered.map(({ id, name, brands, alsoWritten = [] }) => ({
      id,
      names: [name, ...brands, ...alsoWritten].join(' , '),
    })),
  );
  operatorIndices.set(operators, index);
  return index;
}

/** The operators whose name, brand or way of being written is in a text, best first. */
export function searchOperators(query: string, operators: readonly OperatorEntry[]): readonly string[] {
  const hits = operatorIndex(operators).search(query.slice(0, LONGEST_QUERY));
  const best = hits[0]?.score ?? 0;
  // A word that sounds a little like another name is no mention of it.
  return hits.filter(({ score }) => score >= best / 2).map(({ id }) => String(id));
}
