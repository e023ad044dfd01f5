import type { Profile } from '#app/domain/profile/profile.ts';
import { CATEGORY_KEYS } from '#app/domain/taxonomy/taxonomy.ts';
import { MA_ADMISSIBILITY } from './admissibility.ts';
import calendar2026 from './calendars/2026.1.json' with { type: 'json' };
import { MA_OPERATORS } from './operators.ts';
import { MA_REGIONS } from './regions.ts';
import { MA_RIGHTS } from './rights.ts';
import { MA_RULES } from './rules.ts';

export const ma: Profile = {
  id: 'ma',
  country: { ar: 'المغرب', de: 'Marokko', en: 'Morocco', fr: 'Maroc' },
  regulator: {
    kind: 'regulator',
    name: {
      ar: 'الوكالة الوطنية لتقنين المواصلات',
      de: 'Nationale Agentur für die Regulierung der Telekommunikation',
      en: 'National Telecommunications Regulatory Agency',
      fr: 'Agence nationale de réglementation des télécommunications',
    },
    shortName: { ar: 'الوكالة (ANRT)', de: 'ANRT', en: 'ANRT', fr: 'ANRT' },
    contact: {
      website: 'https://www.anrt.ma',
      email: 'contact@ma-regulator.example',
      postalAddress: ['Centre d’affaires, boulevard Ar-Riad', 'Hay Riad', '10100 Rabat'],
    },
  },
  languages: ['fr', 'ar', 'en', 'de'],
  defaultLanguage: 'fr',
  currency: 'MAD',
  timeZone: 'Africa/Casablanca',
  regions: MA_REGIONS,
  operators: MA_OPERATORS,
  categories: CATEGORY_KEYS,
  rules: MA_RULES,
  admissibility: MA_ADMISSIBILITY,
  rights: MA_RIGHTS,
  retention: {
    years: 5,
    onRequestDays: 30,
    source:
      'Loi 09-08 (protection des données personnelles), article 3 : pas plus longtemps que nécessaire ; durée modelée sur la prescription quinquennale du droit commercial',
    assumed: true,
  },
  calendars: [calendar2026],
  accent: '#0b6b4f',
  referencePrefix: 'MA',
  phoneCountryCode: '+212',
  emergencyNote: {
    ar: 'إذا كان أحد في خطر، فاتصلوا بالرقم 15 (الإسعاف والوقاية المدنية) أو 19 (الشرطة) من أي هاتف يعمل.',
    de: 'Ist jemand in Gefahr, rufen Sie von einem anderen Telefon 15 (Rettung) oder 19 (Polizei) an.',
    en: 'If anyone is in danger, call 15 (ambulance and fire) or 19 (police) from any working telephone.',
    fr: 'Si quelqu’un est en danger, appelez le 15 (secours) ou le 19 (police) depuis un téléphone qui fonctionne.',
  },
};
