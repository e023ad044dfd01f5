import type { Profile, ProfileId } from '#app/domain/profile/profile.ts';
import type { Language } from '#app/domain/shared/language.ts';
import type { StaffRole } from '../accounts/create-staff-account.server.ts';

/** Somebody who can sign in to a demonstration. */
export interface StaffExample {
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly operatorId?: string;
  readonly language: Language;
}

/** One password for all of them: a demonstration has nothing to hide. */
export const DEMONSTRATION_PASSWORD = 'demonstration-recours';

const REGULATOR_ROLES = ['case_officer', 'analyst', 'auditor', 'administrator'] as const;

/** Invented: four for the regulator in the order of its roles, the others for the operators. */
const NAMES: Readonly<
  Record<ProfileId, { readonly regulator: readonly string[]; readonly liaisons: readonly string[] }>
> = {
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
  },
};

/** The accounts of a profile's demonstration: one of each role of the regulator, two liaisons of each operator. */
export function demonstrationAccounts(profile: Profile): readonly StaffExample[] {
  const { regulator, liaisons } = NAMES[profile.id];
  const language = profile.defaultLanguage;
  const officials = REGULATOR_ROLES.map((role, index) => ({
    email: `${role.replace('_', '-')}@regulator.example`,
    name: regulator[index] ?? role,
    role,
    language,
  }));
  const operators = profile.operators.filter(({ hidden }) => hidden !== true);
  const employees = operators.flatMap(({ id }, operatorIndex) =>
    [1, 2].map(number => ({
      email: `liaison${number}@${id}.example`,
      name: liaisons[operatorIndex * 2 + number - 1] ?? `Liaison ${number}`,
      role: 'liaison' as const,
      operatorId: id,
      language,
    })),
  );
  return [...officials, ...employees];
}
