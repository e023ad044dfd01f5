import type { FieldError, FieldErrors } from '../shared/errors.ts';
import type { Answer } from './answer.ts';

/** What a template may name; a case fills them in. Labels are in the catalogue `answering` under `variable`. */
export const TEMPLATE_VARIABLES = [
  'reference',
  'name',
  'line',
  'operator',
  'category',
  'amount',
  'filedOn',
  'place',
  'agent',
] as const;
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];

/** The texts of an answer that a template can hold. */
export const TEMPLATE_PARTS = ['cause', 'action', 'message'] as const;
export type TemplatePart = (typeof TEMPLATE_PARTS)[number];

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/gu;

function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(VARIABLE)].map(match => match[1] ?? '');
}

function isKnown(name: string): name is TemplateVariable {
  return TEMPLATE_VARIABLES.some(variable => variable === name);
}

/** The names in a template's text that are no variables. */
export function unknownVariables(text: string): readonly string[] {
  return [...new Set(variablesIn(text).filter(name => !isKnown(name)))];
}

/** What a case knows of the variables; what it doesn't know is absent. */
export type TemplateValues = Partial<Record<TemplateVariable, string | null>>;

/** A template's text for a case. A variable without a value stays as it is, so that somebody fills it in. */
export function fillTemplate(text: string, values: TemplateValues): string {
  return text.replace(VARIABLE, (whole, name: string) => (isKnown(name) ? (values[name] ?? whole) : whole));
}

function faultOf(text: string | null): FieldError | null {
  const [first] = /\{\{|\}\}/u.test(text ?? '') ? [...variablesIn(text ?? ''), '…'] : [];
  return first === undefined ? null : { code: 'unreplaced-variable', params: { variable: first } };
}

/** The texts of an answer in which a variable still stands, by field: such an answer goes to nobody. */
export function unreplacedIn({ items, message }: Answer): FieldErrors {
  const texts = [
    ...items.flatMap(({ cause, action, proof }, index) =>
      Object.entries({ cause, action, proof }).map(
        ([part, text]) => [`items.${index}.${part}`, text] as const,
      ),
    ),
    ['message', message] as const,
  ];
  const faults: Record<string, FieldError> = {};
  for (const [field, text] of texts) {
    const fault = faultOf(text);
    if (fault !== null) faults[field] = fault;
  }
  return faults;
}
