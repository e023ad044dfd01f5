import type { Profile } from '#app/domain/profile/profile.ts';
import { CATEGORY_KEYS } from '#app/domain/taxonomy/taxonomy.ts';
import { FR_ADMISSIBILITY } from './admissibility.ts';
import calendar2026 from './calendars/2026.1.json' with { type: 'json' };
import { FR_OPERATORS } from './operators.ts';
import { FR_REGIONS } from './regions.ts';
import { FR_RIGHTS } from './rights.ts';
import { FR_RULES } from './rules.ts';

export const fr: Profile = {
  id: 'fr',
  country: { ar: 'فرنسا', de: 'Frankreich', en: 'France', fr: 'France' },
  regulator: {
    kind: 'regulator',
    name: {
      ar: 'هيئة تنظيم الاتصالات الإلكترونية والبريد وتوزيع الصحافة',
      de: 'Regulierungsbehörde für elektronische Kommunikation, Post und Pressevertrieb',
      en: 'Regulatory Authority for Electronic Communications, Posts and Press Distribution',
      fr: 'Autorité de régulation des communications électroniques, des postes et de la distribution de la presse',
    },
    shortName: { ar: 'هيئة Arcep', de: 'Arcep', en: 'Arcep', fr: 'Arcep' },
    contact: {
      website: 'https://www.arcep.fr',
      email: 'contact@fr-regulator.example',
      postalAddress: ['14 rue Gerty-Archimède', 'CS 90410', '75613 Paris Cedex 12'],
    },
  },
  languages: ['fr', 'en', 'ar', 'de'],
  defaultLanguage: 'fr',
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  regions: FR_REGIONS,
  operators: FR_OPERATORS,
  categories: CATEGORY_KEYS,
  rules: FR_RULES,
  admissibility: FR_ADMISSIBILITY,
  rights: FR_RIGHTS,
  retention: {
    years: 5,
    onRequestDays: 30,
    source:
      'RGPD, article 5 (1) e) : limitation de la conservation ; durée modelée sur la prescription quinquennale de l’article 2224 du code civil',
    assumed: true,
  },
  calendars: [calendar2026],
  accent: '#1d4b9e',
  referencePrefix: 'FR',
  phoneCountryCode: '+33',
  emergencyNote: {
    ar: 'إذا كان أحد في خطر، فاتصلوا بالرقم 112، أو بالرقم 114 برسالة نصية، من أي هاتف يعمل.',
    de: 'Ist jemand in Gefahr, rufen Sie von einem anderen Telefon 112 an oder senden Sie eine SMS an 114.',
    en: 'If anyone is in danger, call 112, or text 114, from any working telephone.',
    fr: 'Si quelqu’un est en danger, appelez le 112, ou le 114 par SMS, depuis un téléphone qui fonctionne.',
  },
};
