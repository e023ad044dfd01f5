import { latinDigits } from '../shared/text.ts';
import type { ProfileId } from './profile.ts';

/** Weights of the UID's first eight digits: Swiss Federal Statistical Office, UID register. */
const UID_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4] as const;

/** La Poste's SIREN: its branches' SIRETs do not follow Luhn's rule, their digits sum to a multiple of five. */
const LA_POSTE = '356000000';

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0);
}

/** Luhn's rule (ISO/IEC 7812-1), as INSEE uses it for SIREN and SIRET. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

function readUid(compact: string): string | null {
  const digits = /^CHE(\d{9})(?:MWST|TVA|IVA|HR|RC)?$/u.exec(compact)?.[1];
  if (digits === undefined) return null;
  const sum = UID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = (11 - (sum % 11)) % 11;
  if (check === 10 || check !== Number(digits[8])) return null;
  return `CHE-${digits.slice(0, 3)}.${digits.slice(3, 6)}.${digits.slice(6)}`;
}

function readFrench(compact: string): string | null {
  const digits = /^(?:SIREN|SIRET)?(\d{9}(?:\d{5})?)$/u.exec(compact)?.[1];
  if (digits === undefined) return null;
  const branchOfLaPoste = digits.length === 14 && digits.startsWith(LA_POSTE) && digitSum(digits) % 5 === 0;
  return passesLuhn(digits) || branchOfLaPoste ? digits : null;
}

const READERS: Readonly<Record<ProfileId, (compact: string) => string | null>> = {
  // Identifiant commun de l'entreprise: fifteen digits; its control key's rule is not published.
  ma: compact => /^(?:ICE)?(\d{15})$/u.exec(compact)?.[1] ?? null,
  ch: readUid,
  // Identifiant financier unique: eight digits and a letter.
  bf: compact => /^(?:IFU)?(\d{8}[A-Z])$/u.exec(compact)?.[1] ?? null,
  fr: readFrench,
};

/** A number of each country's register that passes its check, to show what is asked; no company has them. */
export const COMPANY_NUMBER_EXAMPLES: Readonly<Record<ProfileId, string>> = {
  ma: '001524000000081',
  ch: 'CHE-123.456.788',
  bf: '00012345A',
  fr: '123 456 782',
};

/**
 * The number of a company's register in its usual form: ICE in Morocco, UID in Switzerland (with its check digit),
 * IFU in Burkina Faso, SIREN or SIRET in France (with Luhn's check). Blanks, dots, hyphens, the register's name and
 * digits of other scripts may be written. Null for anything else.
 */
export function readCompanyNumber(profile: ProfileId, raw: string): string | null {
  const compact = latinDigits(raw)
    .toUpperCase()
    .replaceAll(/[\s.\-/:\u00a0\u202f]/gu, '');
  return READERS[profile](compact);
}
