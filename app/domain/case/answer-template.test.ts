import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { fillTemplate, TEMPLATE_VARIABLES, unknownVariables, unreplacedIn } from './answer-template.ts';

function withMessage(message: string): Answer {
  return { items: [], message };
}

describe('a template', () => {
  test('is filled in with what the case knows; the rest stays to be filled in', () => {
    const text = 'Bonjour {{ name }}, dossier {{reference}} ({{line}}).';
    expect(fillTemplate(text, { name: 'Amina', reference: 'MA-1', line: null })).toBe(
      'Bonjour Amina, dossier MA-1 ({{line}}).',
    );
  });

  test('knows its variables', () => {
    const all = TEMPLATE_VARIABLES.map(name => `{{${name}}}`).join(' ');
    expect(unknownVariables(`${all} {{surname}} {{ Surname }} {{surname}}`)).toEqual(['surname', 'Surname']);
  });

  test('leaves nothing of a variable in an answer that goes out', () => {
    expect(unreplacedIn(withMessage('Bonjour {{line}}'))).toEqual({
      message: { code: 'unreplaced-variable', params: { variable: 'line' } },
    });
    expect(unreplacedIn(withMessage('Bonjour {{ name'))).toHaveProperty('message');
    expect(unreplacedIn(withMessage('Bonjour {name}'))).toEqual({});
  });

  test('never puts a variable in by what a case is called', () => {
    fc.assert(
      fc.property(fc.string(), name => {
        expect(fillTemplate('{{name}}', { name })).toBe(name);
      }),
    );
  });
});
