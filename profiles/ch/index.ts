import type { Profile } from '#app/domain/profile/profile.ts';
import { CATEGORY_KEYS } from '#app/domain/taxonomy/taxonomy.ts';
import { CH_ADMISSIBILITY } from './admissibility.ts';
import calendar2026 from './calendars/2026.1.json' with { type: 'json' };
import { CH_OPERATORS } from './operators.ts';
import { CH_REGIONS } from './regions.ts';
import { CH_RIGHTS } from './rights.ts';
import { CH_RULES } from './rules.ts';

export const ch: Profile = {
  id: 'ch',
  country: { ar: 'سويسرا', de: 'Schweiz', en: 'Switzerland', fr: 'Suisse' },
  regulator: {
    kind: 'conciliation-body',
    name: {
      ar: 'هيئة التوفيق للاتصالات',
      de: 'Schlichtungsstelle Telekommunikation',
      en: 'Conciliation Body for Telecommunications',
      fr: 'Organe de conciliation des télécommunications',
    },
    shortName: { ar: 'ombudscom', de: 'ombudscom', en: 'ombudscom', fr: 'ombudscom' },
    contact: {
      website: 'https://ombudscom.ch',
      email: 'contact@ch-regulator.example',
      postalAddress: ['Spitalgasse 14', '3011 Bern'],
    },
  },
  languages: ['de', 'fr', 'en', 'ar'],
  defaultLanguage: 'de',
  currency: 'CHF',
  timeZone: 'Europe/Zurich',
  regions: CH_REGIONS,
  operators: CH_OPERATORS,
  categories: CATEGORY_KEYS,
  rules: CH_RULES,
  admissibility: CH_ADMISSIBILITY,
  rights: CH_RIGHTS,
  retention: {
    years: 5,
    onRequestDays: 30,
    source:
      'LPD (RS 235.1), article 6 alinéa 4 : détruire ou anonymiser dès que la finalité est atteinte ; durée modelée sur les prescriptions de cinq ans du code des obligations (article 128)',
    assumed: true,
  },
  calendars: [calendar2026],
  accent: '#a3162a',
  referencePrefix: 'CH',
  phoneCountryCode: '+41',
  emergencyNote: {
    ar: 'إذا كان أحد في خطر، فاتصلوا بالرقم 112 أو 144 من أي هاتف يعمل.',
    de: 'Ist jemand in Gefahr, rufen Sie von einem anderen Telefon 112 oder 144 an.',
    en: 'If anyone is in danger, call 112 or 144 from any working telephone.',
    fr: 'Si quelqu’un est en danger, appelez le 112 ou le 144 depuis un téléphone qui fonctionne.',
  },
};
