/** The states of a case. Delivery, clocks and outcomes are facts beside the state, not states. */
export const STATES = [
  'draft',
  'filed',
  'served',
  'answered',
  'resolved',
  'disputed',
  'under_review',
  'decided',
  'closed',
  'returned',
  'inadmissible',
  'withdrawn',
  'misdirected',
] as const;

export type CaseState = (typeof STATES)[number];

/** States in which nothing more is expected of anybody. */
export const TERMINAL_STATES = [
  'closed',
  'inadmissible',
  'withdrawn',
] as const satisfies readonly CaseState[];

export function isTerminal(state: CaseState): boolean {
  return TERMINAL_STATES.some(terminal => terminal === state);
}

export function isCaseState(value: unknown): value is CaseState {
  return STATES.some(state => state === value);
}

/** Who acts. `system` is the worker: deliveries, clocks, rules of silence. */
export const ROLES = [
  'complainant',
  'liaison',
  'case_officer',
  'analyst',
  'auditor',
  'administrator',
  'system',
  'public',
] as const;

export type Role = (typeof ROLES)[number];

export function isRole(value: unknown): value is Role {
  return ROLES.some(role => role === value);
}

/** Who acts in a transaction: set in the database for row-level security, and kept in the event's snapshot. */
export interface Actor {
  readonly role: Role;
  /** The staff member's id; null for complainants and the system. */
  readonly id: string | null;
  readonly name: string | null;
  /** The operator's id for liaisons; null otherwise. */
  readonly organisation: string | null;
  /** The one case that a complainant may reach. */
  readonly caseId?: string;
  /** The one draft that a complainant may reach. */
  readonly draftId?: string;
  /** Digest of the token in the complainant's cookie, by which a draft is found. */
  readonly draftToken?: string;
  /** Reference and hash of the code: the database shows the case only where both fit. */
  readonly receipt?: { readonly reference: string; readonly hash: string };
}

export const SYSTEM: Actor = { role: 'system', id: null, name: null, organisation: null };

export function complainantOf(caseId: string): Actor {
  return { role: 'complainant', id: null, name: null, organisation: null, caseId };
}

export function draftActor(draftId: string): Actor {
  return { role: 'complainant', id: null, name: null, organisation: null, draftId };
}
