import type { Profile } from '#app/domain/profile/profile.ts';
import { CATEGORY_KEYS } from '#app/domain/taxonomy/taxonomy.ts';
import { BF_ADMISSIBILITY } from './admissibility.ts';
import calendar2026 from './calendars/2026.1.json' with { type: 'json' };
import { BF_OPERATORS } from './operators.ts';
import { BF_REGIONS } from './regions.ts';
import { BF_RIGHTS } from './rights.ts';
import { BF_RULES } from './rules.ts';

export const bf: Profile = {
  id: 'bf',
  country: { ar: 'بوركينا فاسو', de: 'Burkina Faso', en: 'Burkina Faso', fr: 'Burkina Faso' },
  regulator: {
    kind: 'regulator',
    name: {
      ar: 'هيئة تنظيم الاتصالات الإلكترونية والبريد',
      de: 'Regulierungsbehörde für elektronische Kommunikation und Post',
      en: 'Regulatory Authority for Electronic Communications and Posts',
      fr: 'Autorité de régulation des communications électroniques et des postes',
    },
    shortName: { ar: 'هيئة ARCEP', de: 'ARCEP', en: 'ARCEP', fr: 'ARCEP' },
    contact: {
      website: 'https://www.arcep.bf',
      email: 'contact@bf-regulator.example',
      postalAddress: ['Ouaga 2000', '01 BP 6437 Ouagadougou 01'],
    },
  },
  languages: ['fr', 'en', 'ar', 'de'],
  defaultLanguage: 'fr',
  currency: 'XOF',
  timeZone: 'Africa/Ouagadougou',
  regions: BF_REGIONS,
  operators: BF_OPERATORS,
  categories: CATEGORY_KEYS,
  rules: BF_RULES,
  admissibility: BF_ADMISSIBILITY,
  rights: BF_RIGHTS,
  retention: {
    years: 5,
    onRequestDays: 30,
    source:
      'Loi 001-2021/AN (protection des personnes à l’égard du traitement des données) : durée limitée à la finalité ; nombre d’années modelé sur celui des autres profils',
    assumed: true,
  },
  calendars: [calendar2026],
  accent: '#8a4b08',
  referencePrefix: 'BF',
  phoneCountryCode: '+226',
  emergencyNote: {
    ar: 'إذا كان أحد في خطر، فاتصلوا بالرقم 18 (الإطفاء والإسعاف) أو 17 (الشرطة) من أي هاتف يعمل.',
    de: 'Ist jemand in Gefahr, rufen Sie von einem anderen Telefon 18 (Feuerwehr und Rettung) oder 17 (Polizei) an.',
    en: 'If anyone is in danger, call 18 (fire and rescue) or 17 (police) from any working telephone.',
    fr: 'Si quelqu’un est en danger, appelez le 18 (pompiers) ou le 17 (police) depuis un téléphone qui fonctionne.',
  },
};
