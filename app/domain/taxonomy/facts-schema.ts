import { z } from 'zod';
import { type FactContext, type FactReading, type FactValue, readFact } from './fact-values.ts';
import { type Category, factsOf } from './taxonomy.ts';
import { type Asked, visibleFacts } from './visible-facts.ts';

/** Normalised answers by fact; facts without an answer are absent. */
export type Facts = Readonly<Record<string, FactValue>>;

interface ReadFacts {
  readonly facts: Record<string, FactValue>;
  readonly errors: Record<string, Refusal>;
}

type Refusal = Extract<FactReading, { ok: false }>;

function readAll(
  category: Category,
  raw: Readonly<Record<string, unknown>>,
  context: FactContext,
): ReadFacts {
  const facts: Record<string, FactValue> = {};
  const errors: Record<string, Refusal> = {};
  for (const fact of factsOf(category)) {
    const reading = readFact(raw[fact.key], fact, context);
    if (!reading.ok) errors[fact.key] = reading;
    else if (reading.value !== undefined) facts[fact.key] = reading.value;
  }
  return { facts, errors };
}

/** Drops what is not asked, then adds what is required and missing. */
function keepVisible(asked: Asked, { facts, errors }: ReadFacts): ReadFacts {
  const kept: Record<string, FactValue> = {};
  const keptErrors: Record<string, Refusal> = {};
  for (const { key, required } of visibleFacts(asked, facts)) {
    const error = errors[key];
    const value = facts[key];
    if (error) keptErrors[key] = error;
    else if (value !== undefined) kept[key] = value;
    else if (required) keptErrors[key] = { ok: false, error: { code: 'required' } };
  }
  return { facts: kept, errors: keptErrors };
}

function unknownFacts(category: Category, raw: Readonly<Record<string, unknown>>): readonly string[] {
  const known = new Set<string>(factsOf(category).map(fact => fact.key));
  return Object.keys(raw).filter(key => !known.has(key));
}

/**
 * The schema of a category's facts, for the form (strings, `on`, repeated fields) and the API (JSON values)
 * alike. Facts whose condition does not hold are dropped; an unknown fact is refused. Each issue's message is
 * a field error's code, with its parameters in `params`.
 */
export function factsSchema(category: Category, context: FactContext): z.ZodType<Facts, unknown> {
  return z.record(z.string(), z.unknown(), 'invalid').transform((raw, ctx): Facts => {
    const asked = { category, track: context.track };
    const { facts, errors } = keepVisible(asked, readAll(category, raw, context));
    for (const [key, { error, within }] of Object.entries(errors)) {
      const fields = within ?? { '': error };
      for (const [inner, { code, params }] of Object.entries(fields)) {
        const path = inner === '' ? [key] : [key, ...inner.split('.')];
        ctx.addIssue({ code: 'custom', path, message: code, params });
      }
    }
    for (const key of unknownFacts(category, raw)) {
      ctx.addIssue({ code: 'custom', path: [key], message: 'unknown-fact' });
    }
    return facts;
  });
}
