import type { DeskRole } from '#app/domain/access/desk-roles.ts';
import type { Profile, ProfileId } from '#app/domain/profile/profile.ts';
import type { Language } from '#app/domain/shared/language.ts';
import type { StaffRole } from '../accounts/create-staff-account.server.ts';

/** Somebody who can sign in to a demonstration. */
export interface StaffExample {
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly operatorId?: string;
  /** Of liaisons. */
  readonly deskRole?: DeskRole;
  readonly language: Language;
}

/** One password for all of them: a demonstration has nothing to hide. */
export const DEMONSTRATION_PASSWORD = 'demonstration-recours';

const REGULATOR_ROLES = ['case_officer', 'analyst', 'auditor', 'administrator'] as const;

interface Names {
  /** In the order of the regulator's roles. */
  readonly regulator: readonly string[];
  /** Two of each operator. */
  readonly liaisons: readonly string[];
  /** Further ones of the first operator. */
  readonly more: readonly string[];
}

/** Invented. */
const NAMES: Readonly<Record<ProfileId, Names>> = {
  ma: {
    regulator: ['Karim Alaoui', 'Hind Bennani', 'Driss Kettani', 'Meryem Fassi'],
    liaisons: [
      'Samira Naciri',
      'Tarik Jebli',
      'Leïla Amrani',
      'Othmane Rifai',
      'Sanaa Belkadi',
      'Younes Tahiri',
      'Houda Slaoui',
      'Adil Meknassi',
    ],
    more: ['Nabil Chraibi', 'Ghita Ouazzani'],
  },
  ch: {
    regulator: ['Barbara Steiner', 'Marc Delacroix', 'Flurina Cavelti', 'Thomas Wyss'],
    liaisons: [
      'Nicole Hofer',
      'Pascal Rey',
      'Sandra Lüthi',
      'Daniel Koller',
      'Céline Jaquier',
      'Stefan Arnold',
      'Monika Egger',
      'Roland Fischer',
    ],
    more: ['Ursina Caflisch', 'Laurent Favre'],
  },
  bf: {
    regulator: ['Alizèta Zida', 'Hamidou Bationo', 'Edwige Somé', 'Rakiéta Yaméogo'],
    liaisons: [
      'Clarisse Ilboudo',
      'Moussa Barry',
      'Roland Bado',
      'Awa Konaté',
      'Pélagie Dabiré',
      'Seydou Koné',
    ],
    more: ['Mariam Kaboré', 'Issouf Nikiéma'],
  },
  fr: {
    regulator: ['Hélène Marchand', 'Yanis Roussel', 'Claire Vasseur', 'Étienne Poirier'],
    liaisons: [
      'Sophie Laurent',
      'Kévin Morin',
      'Fatou Diallo',
      'Julien Besson',
      'Anaïs Renard',
      'Pierre Guillou',
      'Laure Chevalier',
      'Samir Haddad',
    ],
    more: ['Camille Perrot', 'Hugo Lemoine'],
  },
};

/** The first operator has a desk of four, the others of two; the first of each manages its people. */
const DESK_OF_FIRST = ['administrator', 'agent', 'approver', 'agent'] as const satisfies readonly DeskRole[];
const DESK_OF_OTHERS = DESK_OF_FIRST.slice(0, 2);

function liaisonsOf(profile: Profile): readonly StaffExample[] {
  const { liaisons, more } = NAMES[profile.id];
  const operators = profile.operators.filter(({ hidden }) => hidden !== true);
  return operators.flatMap(({ id }, index) => {
    const names = [...liaisons.slice(index * 2, index * 2 + 2), ...more];
    return (index === 0 ? DESK_OF_FIRST : DESK_OF_OTHERS).map((deskRole, place) => ({
      email: `liaison${place + 1}@${id}.example`,
      name: names[place] ?? `Liaison ${place + 1}`,
      role: 'liaison' as const,
      operatorId: id,
      deskRole,
      language: profile.defaultLanguage,
    }));
  });
}

/** The accounts of a profile's demonstration: one of each role of the regulator, the liaisons of each operator. */
export function demonstrationAccounts(profile: Profile): readonly StaffExample[] {
  const { regulator } = NAMES[profile.id];
  const officials = REGULATOR_ROLES.map((role, index) => ({
    email: `${role.replace('_', '-')}@regulator.example`,
    name: regulator[index] ?? role,
    role,
    language: profile.defaultLanguage,
  }));
  return [...officials, ...liaisonsOf(profile)];
}
