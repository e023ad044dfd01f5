import type { EventVisibility } from '../case/events.ts';
import type { Role } from '../case/states.ts';
import { maskSensitive } from '../shared/sensitive-text.ts';

/**
 * The fields of a case by sensitivity. Every page, search, export, mail and file name asks `maySee` or
 * `visibleTo`; the database's row-level security refuses the rest on its own.
 */
export const FIELDS = [
  'public-figures',
  'case-summary',
  'facts',
  'personal-facts',
  'narrative',
  'attempts',
  'identity',
  'contact',
  'evidence-copy',
  'evidence-original',
  'custody',
  'annexes',
  'messages',
  'internal-notes',
  'responses',
  'decision',
  'events',
  'clocks',
  'deliveries',
  'recurrence',
  'mail-outbox',
  'supporters',
] as const;

export type Field = (typeof FIELDS)[number];

const EVERYTHING_OF_THE_REGULATOR = FIELDS;

/** Role × field. A line answers "what does this role see?"; nothing else in the code decides it. */
const SEES = {
  complainant: [
    'public-figures',
    'case-summary',
    'facts',
    'personal-facts',
    'narrative',
    'attempts',
    'identity',
    'contact',
    'evidence-copy',
    'evidence-original',
    'annexes',
    'messages',
    'responses',
    'decision',
    'events',
    'clocks',
  ],
  liaison: [
    'public-figures',
    'case-summary',
    'facts',
    'personal-facts',
    'narrative',
    'attempts',
    'identity',
    'evidence-copy',
    'annexes',
    'messages',
    'responses',
    'decision',
    'events',
    'clocks',
    'deliveries',
  ],
  case_officer: EVERYTHING_OF_THE_REGULATOR,
  auditor: FIELDS.filter(field => field !== 'contact' && field !== 'mail-outbox' && field !== 'supporters'),
  administrator: FIELDS.filter(field => field !== 'supporters'),
  analyst: [
    'public-figures',
    'case-summary',
    'facts',
    'responses',
    'decision',
    'events',
    'clocks',
    'deliveries',
  ],
  system: FIELDS,
  public: ['public-figures'],
} as const satisfies Record<Role, readonly Field[]>;

/** Whether a role may see a field of a case whose row it may reach. */
export function maySee(role: Role, field: Field): boolean {
  return (SEES[role] as readonly Field[]).includes(field);
}

/** Fields in which people write sentences, and sometimes what nobody else should read. */
const PROSE: readonly Field[] = ['narrative', 'attempts', 'personal-facts', 'messages', 'events'];

/** Who reads card numbers, passwords and identity numbers as they were written: who wrote them, and who decides. */
const READS_AS_WRITTEN: readonly Role[] = ['complainant', 'case_officer', 'system'];

function masked(value: unknown): unknown {
  // A single word is a reference or a key, never a sentence.
  if (typeof value === 'string') return /\s/.test(value) ? maskSensitive(value) : value;
  if (Array.isArray(value)) return value.map(item => masked(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, masked(item)]));
}

/**
 * The one visibility function: the record's fields that the role may see; the others are absent, not blank. What
 * people wrote comes without card numbers, passwords and identity numbers, except for those who need it whole.
 */
export function visibleTo<T extends Partial<Record<Field, unknown>>>(role: Role, record: T): Partial<T> {
  const maskProse = !READS_AS_WRITTEN.includes(role);
  const entries = (Object.entries(record) as [Field, unknown][])
    .filter(([field]) => maySee(role, field))
    .map(([field, value]) => [field, maskProse && PROSE.includes(field) ? masked(value) : value]);
  return Object.fromEntries(entries) as Partial<T>;
}

const READERS = {
  parties: ['complainant', 'liaison', 'case_officer', 'auditor', 'administrator', 'analyst', 'system'],
  operator: ['liaison', 'case_officer', 'auditor', 'administrator', 'analyst', 'system'],
  complainant: ['complainant', 'case_officer', 'auditor', 'administrator', 'system'],
  regulator: ['case_officer', 'auditor', 'administrator', 'system'],
} as const satisfies Record<EventVisibility, readonly Role[]>;

/** Whether a role may read an event (or a message) of the given audience. */
export function mayReadAudience(role: Role, audience: EventVisibility): boolean {
  return (READERS[audience] as readonly Role[]).includes(role);
}
