import { describe, expect, it } from 'vitest';
import { type FactDefinition, SERVICES, TRACKS } from './definition.ts';
import { CATEGORY_KEYS, categoriesFor, factsOf, isIssueAddress, issuesOf, partsOfIssue } from './taxonomy.ts';

const everyFact = CATEGORY_KEYS.flatMap(category => factsOf(category).map(fact => ({ category, fact })));

describe('the taxonomy', () => {
  it('has thirteen categories, each with issues and facts', () => {
    expect(CATEGORY_KEYS).toHaveLength(13);
    for (const category of CATEGORY_KEYS) {
      expect(issuesOf(category).length).toBeGreaterThan(2);
      expect(factsOf(category).length).toBeGreaterThan(4);
    }
  });

  it('addresses every issue, and nothing else', () => {
    for (const address of CATEGORY_KEYS.flatMap(issuesOf)) {
      expect(isIssueAddress(address)).toBe(true);
      const { category, issue } = partsOfIssue(address);
      expect(`${category}/${issue}`).toBe(address);
    }
    expect(['billing', 'billing/voice', '/', 'constructor/name', 3].some(isIssueAddress)).toBe(false);
  });

  it('offers some category for every service on every track that buys it', () => {
    for (const service of SERVICES) {
      const offered = TRACKS.flatMap(track => categoriesFor(track, service));
      expect(offered.length, service).toBeGreaterThan(0);
    }
    expect(categoriesFor('wholesale', 'interconnection')).toEqual(['interconnection']);
    expect(categoriesFor('consumer', 'mobile')).not.toContain('interconnection');
  });

  it('asks a key in the same way wherever it is asked', () => {
    const byKey = new Map<string, FactDefinition>();
    for (const { fact } of everyFact) {
      const first = byKey.get(fact.key) ?? fact;
      expect({ type: fact.type, options: fact.options }).toEqual({
        type: first.type,
        options: first.options,
      });
      expect(fact.personal).toBe(first.personal);
      byKey.set(fact.key, first);
    }
  });

  it('gives options to choices only, and conditions only on an earlier fact and one of its answers', () => {
    for (const { category, fact } of everyFact) {
      expect(Boolean(fact.options), fact.key).toBe(fact.type.endsWith('choice'));
      if (!fact.showIf) continue;
      const { fact: on, equals } = fact.showIf;
      const keys = factsOf(category).map(other => other.key);
      expect(keys.indexOf(on), fact.key).toBeLessThan(keys.indexOf(fact.key));
      const condition = factsOf(category).find(other => other.key === on);
      expect(condition?.options ?? ['yes', 'no', 'unknown']).toContain(equals);
    }
  });

  it('keeps every long text out of the sight of analysts and the public', () => {
    expect(everyFact.filter(({ fact }) => fact.type === 'long-text' && !fact.personal)).toEqual([]);
  });
});
