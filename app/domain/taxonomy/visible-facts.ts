import type { FactDefinition, Track } from './definition.ts';
import { type Category, factsOf, factsOn } from './taxonomy.ts';

/** What the questions depend on besides the answers. Without a track, those of every track are asked. */
export interface Asked {
  readonly category: Category;
  readonly track?: Track | undefined;
}

type Values = Readonly<Record<string, unknown>>;

function answersWith(value: unknown, wanted: string): boolean {
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}

/**
 * The facts to ask or show on a track, given the answers so far: those without a condition, and those whose condition
 * holds on a fact that is itself visible.
 */
export function visibleFacts({ category, track }: Asked, values: Values): readonly FactDefinition[] {
  const visible = new Set<string>();
  return factsOn(category, track).filter(fact => {
    const { showIf } = fact;
    const shown = !showIf || (visible.has(showIf.fact) && answersWith(values[showIf.fact], showIf.equals));
    if (shown) visible.add(fact.key);
    return shown;
  });
}

/** Facts by who may read them: `open` goes with the case, `personal` with the complainant's statement. */
export interface SplitFacts {
  readonly open: Values;
  readonly personal: Values;
}

/** Separates the facts that identify somebody from the others. Facts unknown to the category count as personal. */
export function splitFacts(category: Category, facts: Values): SplitFacts {
  const open = new Set(factsOf(category).flatMap(fact => (fact.personal ? [] : [fact.key])));
  const entries = Object.entries(facts);
  return {
    open: Object.fromEntries(entries.filter(([key]) => open.has(key))),
    personal: Object.fromEntries(entries.filter(([key]) => !open.has(key))),
  };
}
