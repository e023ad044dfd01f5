import type { ProfileId } from '#app/domain/profile/profile.ts';
import type { Language } from '#app/domain/shared/language.ts';
import type { Random } from './random.ts';

/** An invented person: names that many people have, numbers that nobody has, an address that can't exist. */
export interface Person {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly lineNumber: string;
}

interface Names {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

const MA_FR: Names = {
  first: [
    'Amina',
    'Youssef',
    'Salma',
    'Hamza',
    'Nadia',
    'Rachid',
    'Imane',
    'Mehdi',
    'Zineb',
    'Omar',
    'Khadija',
    'Anas',
  ],
  last: [
    'Berrada',
    'El Idrissi',
    'Tazi',
    'Ouazzani',
    'Benali',
    'Chraibi',
    'Lahlou',
    'Mansouri',
    'Sefrioui',
    'Zouhair',
  ],
};
const MA_AR: Names = {
  first: ['أمينة', 'يوسف', 'سلمى', 'حمزة', 'نادية', 'رشيد', 'إيمان', 'مهدي', 'زينب', 'عمر', 'خديجة', 'أنس'],
  last: [
    'برادة',
    'الإدريسي',
    'التازي',
    'الوزاني',
    'بنعلي',
    'الشرايبي',
    'لحلو',
    'المنصوري',
    'الصفريوي',
    'زهير',
  ],
};
const CH_DE: Names = {
  first: ['Ursina', 'Reto', 'Anna', 'Beat', 'Seraina', 'Lukas', 'Corina', 'Jonas', 'Regula', 'Urs'],
  last: ['Ammann', 'Brunner', 'Caduff', 'Eggli', 'Frei', 'Gerber', 'Huber', 'Kälin', 'Moser', 'Zbinden'],
};
const CH_FR: Names = {
  first: ['Aline', 'Bastien', 'Chloé', 'Didier', 'Estelle', 'Fabrice', 'Manon', 'Olivier'],
  last: ['Aubert', 'Berset', 'Chappuis', 'Favre', 'Genoud', 'Monney', 'Pasche', 'Rochat'],
};
const BF: Names = {
  first: [
    'Aïssata',
    'Boukary',
    'Fatimata',
    'Issouf',
    'Mariam',
    'Ousmane',
    'Rasmata',
    'Salif',
    'Wendkuni',
    'Yacouba',
  ],
  last: [
    'Compaoré',
    'Kaboré',
    'Kinda',
    'Nikiema',
    'Ouédraogo',
    'Sanou',
    'Sawadogo',
    'Tapsoba',
    'Traoré',
    'Zongo',
  ],
};
const FR: Names = {
  first: [
    'Agathe',
    'Bruno',
    'Camille',
    'Denis',
    'Élodie',
    'Florent',
    'Inès',
    'Karim',
    'Lucie',
    'Mathis',
    'Nora',
    'Paul',
  ],
  last: [
    'Barbier',
    'Carlier',
    'Delmas',
    'Fabre',
    'Garnier',
    'Hamel',
    'Lacroix',
    'Meunier',
    'Noël',
    'Perrot',
    'Tessier',
  ],
};

function namesFor(profile: ProfileId, language: Language): Names {
  if (profile === 'ma') return language === 'ar' ? MA_AR : MA_FR;
  if (profile === 'ch') return language === 'fr' ? CH_FR : CH_DE;
  return profile === 'bf' ? BF : FR;
}

/** Beginnings of numbers that were never given out, followed by digits of the person's own. */
const NUMBERS: Readonly<Record<ProfileId, { readonly start: string; readonly digits: number }>> = {
  ma: { start: '06000', digits: 5 },
  ch: { start: '07900', digits: 5 },
  bf: { start: '700', digits: 5 },
  // Kept free by Arcep for films and books.
  fr: { start: '063998', digits: 4 },
};

/** The number of the person `index`. */
export function inventedNumber(profile: ProfileId, index: number): string {
  const { start, digits } = NUMBERS[profile];
  return start + String(index % 10 ** digits).padStart(digits, '0');
}

/** The person `index` of a country; the same index is the same person, met again. */
export function personOf(
  profile: ProfileId,
  language: Language,
  { index, random }: { index: number; random: Random },
): Person {
  const { first, last } = namesFor(profile, language);
  const lineNumber = inventedNumber(profile, index);
  const reached = random.next();
  return {
    name: `${random.pick(first)} ${random.pick(last)}`,
    ...(reached < 0.75 ? { email: `personne${index}@courriel.example` } : {}),
    ...(reached > 0.45 ? { phone: lineNumber } : {}),
    lineNumber,
  };
}

const BUSINESSES: Readonly<Record<ProfileId, readonly string[]>> = {
  ma: [
    'Atelier Zellige',
    'Épicerie du Marché',
    'Cabinet Ibn Rochd',
    'Transports Atlas',
    'Imprimerie Chellah',
  ],
  ch: ['Bäckerei Sonnenhof', 'Praxis am Bach', 'Velowerkstatt Linde', 'Menuiserie du Lac', 'Treuhand Birke'],
  bf: ['Boutique Wend-Panga', 'Garage Bangr-Weogo', 'Pharmacie du Baobab', 'Coopérative Naaba'],
  fr: [
    'Boulangerie du Pont',
    'Cabinet des Tilleuls',
    'Garage de la Halle',
    'Librairie Grand Large',
    'Menuiserie Aubépine',
  ],
};

export function businessOf(profile: ProfileId, random: Random): string {
  return random.pick(BUSINESSES[profile]);
}
