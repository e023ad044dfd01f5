import type { Role } from '../case/states.ts';

/** The areas of the portal and who enters them. */
const AREAS = {
  operator: ['liaison'],
  regulator: ['case_officer', 'analyst', 'auditor', 'administrator'],
  'regulator-commands': ['case_officer', 'auditor', 'administrator'],
  // Filing in somebody's name, who came by phone, by post or to the counter.
  'filing-help': ['case_officer'],
  // Who has access to the portal, and the log of what was changed about it.
  staff: ['auditor', 'administrator'],
  'staff-commands': ['administrator'],
  // Everybody who handles cases reads them; administrators alone change them.
  rules: ['case_officer', 'auditor', 'administrator'],
  'rules-change': ['administrator'],
  figures: ['case_officer', 'analyst', 'auditor', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Area = keyof typeof AREAS;

export function mayEnter(role: Role, area: Area): boolean {
  return (AREAS[area] as readonly Role[]).includes(role);
}

/** Where a staff member lands after signing in. */
export function homeOf(role: Role): '/operator' | '/regulator' | '/' {
  if (mayEnter(role, 'operator')) return '/operator';
  return mayEnter(role, 'regulator') ? '/regulator' : '/';
}
