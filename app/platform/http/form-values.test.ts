import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#app/domain/shared/errors.ts';
import { flatValues, formValues } from './form-values.server.ts';

function read(...pairs: [string, string][]) {
  return JSON.parse(JSON.stringify(formValues(new URLSearchParams(pairs))));
}

function refusedFields(...pairs: [string, string][]): unknown {
  try {
    read(...pairs);
  } catch (error) {
    if (error instanceof AppError) return error.fields;
    throw error;
  }
  return undefined;
}

describe('the values of a form', () => {
  it('nest by dots, by indices and by brackets', () => {
    expect(
      read(['facts.area', 'Agdal'], ['attempts.0.on', '2026-03-05'], ['attempts[1].on', '2026-03-06']),
    ).toEqual({ facts: { area: 'Agdal' }, attempts: [{ on: '2026-03-05' }, { on: '2026-03-06' }] });
  });

  it('keep repeated names as a list and single ones as a text', () => {
    expect(read(['issues', 'a'], ['issues', 'b'], ['note', 'c'])).toEqual({ issues: ['a', 'b'], note: 'c' });
  });

  it('close the holes of a list and order it by its indices', () => {
    expect(read(['attempts.7.on', 'late'], ['attempts.2.on', 'early'])).toEqual({
      attempts: [{ on: 'early' }, { on: 'late' }],
    });
  });

  it.each([
    '__proto__',
    '__proto__.polluted',
    'facts.__proto__.polluted',
    'constructor.prototype.polluted',
    'facts.constructor',
    'attempts[999].on',
    'a.b.c.d.e',
    'a..b',
    'a[x]',
    '',
    ' ',
    'a'.repeat(500),
  ])('refuse the name %j, which no form has', name => {
    expect(refusedFields([name, 'x'])).toEqual({ [name.slice(0, 80)]: { code: 'unknown-field' } });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('refuse a name that is a value and a group at once', () => {
    expect(refusedFields(['facts', 'x'], ['facts.area', 'y'])).toEqual({ 'facts.area': { code: 'invalid' } });
    expect(refusedFields(['facts.area', 'y'], ['facts', 'x'])).toEqual({ facts: { code: 'invalid' } });
  });

  it('inherit nothing, so that a question about a missing field is answered by nothing', () => {
    const values = formValues(new URLSearchParams('a=1'));
    expect(values.toString).toBeUndefined();
  });

  it('read as an empty text where a forged name puts a group in the place of a field', () => {
    const { intent } = formValues(new URLSearchParams('intent.x=make'));
    expect(String(intent)).toBe('');
    expect(`${intent}`).toBe('');
    expect(Number(intent)).toBe(0);
  });

  it('come back flat as they were, whatever was typed', () => {
    const name = fc.constantFrom('name', 'facts.area', 'facts.issues', 'attempts.0.on', 'attempts.1.note');
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), typed => {
        const values = formValues(new URLSearchParams(typed));
        const indices = Object.keys(typed).some(key => key.startsWith('attempts.0'));
        const expected = Object.entries(typed).map(([key, value]) => [
          indices ? key : key.replace('attempts.1', 'attempts.0'),
          value.toWellFormed(),
        ]);
        expect(flatValues(values)).toEqual(Object.fromEntries(expected));
      }),
    );
  });

  it('never fail otherwise than by naming a field', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), pairs => {
        const fields = refusedFields(...pairs);
        expect(fields === undefined || Object.keys(fields as object).length === 1).toBe(true);
      }),
    );
  });
});
