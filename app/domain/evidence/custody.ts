import type { Role } from '../case/states.ts';

const OPENINGS = ['previewed', 'viewed', 'downloaded', 'bundled'] as const;

/**
 * What somebody did with a file of a case: saw its small pictures, opened the cleaned copy, downloaded the original, or
 * took it in a custody bundle. A file that waited with an answer was made part of the case when the answer was sent
 * (`released`), or went with an answer that never was (`discarded`).
 */
export const CUSTODY_ACTIONS = [...OPENINGS, 'released', 'discarded'] as const;

export type CustodyAction = (typeof CUSTODY_ACTIONS)[number];

/** Whether somebody saw or took the file. */
export function isOpening(action: CustodyAction): boolean {
  return OPENINGS.some(opening => opening === action);
}

export interface CustodyEntry {
  readonly evidenceId: string;
  readonly action: CustodyAction;
  /** ISO instant. */
  readonly at: string;
  readonly actorRole: Role;
  readonly actorId: string | null;
  readonly actorName: string | null;
  /** The operator's id, when one of its staff acted. */
  readonly actorOrganisation: string | null;
}

/** When each party first opened a file, for the complainant: ISO instants, null as long as it hasn't. */
export interface FirstOpenings {
  readonly operator: string | null;
  readonly regulator: string | null;
}

const PARTIES: Partial<Record<Role, keyof FirstOpenings>> = {
  liaison: 'operator',
  case_officer: 'regulator',
  auditor: 'regulator',
  administrator: 'regulator',
};

/** When the operator and the regulator first opened a file, by its custody entries in any order. */
export function firstOpenings(
  entries: readonly Pick<CustodyEntry, 'at' | 'actorRole' | 'action'>[],
): FirstOpenings {
  const first: { operator: string | null; regulator: string | null } = { operator: null, regulator: null };
  for (const { at, actorRole, action } of entries) {
    const party = PARTIES[actorRole];
    if (party === undefined || !isOpening(action)) continue;
    const known = first[party];
    if (known === null || at < known) first[party] = at;
  }
  return first;
}
