import type { Region } from '#app/domain/profile/profile.ts';

/** The thirteen regions of metropolitan France and the five overseas. */
export const FR_REGIONS: readonly Region[] = [
  {
    code: 'FR-ARA',
    name: {
      ar: 'أوفيرن رون ألب',
      de: 'Auvergne-Rhône-Alpes',
      en: 'Auvergne-Rhône-Alpes',
      fr: 'Auvergne-Rhône-Alpes',
    },
  },
  {
    code: 'FR-BFC',
    name: {
      ar: 'بورغون فرانش كونتي',
      de: 'Bourgogne-Franche-Comté',
      en: 'Bourgogne-Franche-Comté',
      fr: 'Bourgogne-Franche-Comté',
    },
  },
  { code: 'FR-BRE', name: { ar: 'بريتاني', de: 'Bretagne', en: 'Brittany', fr: 'Bretagne' } },
  {
    code: 'FR-CVL',
    name: {
      ar: 'سنتر فال دو لوار',
      de: 'Centre-Val de Loire',
      en: 'Centre-Val de Loire',
      fr: 'Centre-Val de Loire',
    },
  },
  { code: 'FR-20R', name: { ar: 'كورسيكا', de: 'Korsika', en: 'Corsica', fr: 'Corse' } },
  { code: 'FR-GES', name: { ar: 'غراند إست', de: 'Grand Est', en: 'Grand Est', fr: 'Grand Est' } },
  {
    code: 'FR-HDF',
    name: { ar: 'أو دو فرانس', de: 'Hauts-de-France', en: 'Hauts-de-France', fr: 'Hauts-de-France' },
  },
  {
    code: 'FR-IDF',
    name: { ar: 'إيل دو فرانس', de: 'Île-de-France', en: 'Île-de-France', fr: 'Île-de-France' },
  },
  { code: 'FR-NOR', name: { ar: 'نورماندي', de: 'Normandie', en: 'Normandy', fr: 'Normandie' } },
  {
    code: 'FR-NAQ',
    name: {
      ar: 'نوفيل أكيتين',
      de: 'Nouvelle-Aquitaine',
      en: 'Nouvelle-Aquitaine',
      fr: 'Nouvelle-Aquitaine',
    },
  },
  { code: 'FR-OCC', name: { ar: 'أوكسيتاني', de: 'Okzitanien', en: 'Occitanie', fr: 'Occitanie' } },
  {
    code: 'FR-PDL',
    name: { ar: 'بيي دو لا لوار', de: 'Pays de la Loire', en: 'Pays de la Loire', fr: 'Pays de la Loire' },
  },
  {
    code: 'FR-PAC',
    name: {
      ar: 'بروفانس ألب كوت دازور',
      de: "Provence-Alpes-Côte d'Azur",
      en: "Provence-Alpes-Côte d'Azur",
      fr: "Provence-Alpes-Côte d'Azur",
    },
  },
  { code: 'FR-971', name: { ar: 'غوادلوب', de: 'Guadeloupe', en: 'Guadeloupe', fr: 'Guadeloupe' } },
  { code: 'FR-972', name: { ar: 'مارتينيك', de: 'Martinique', en: 'Martinique', fr: 'Martinique' } },
  {
    code: 'FR-973',
    name: { ar: 'غويانا الفرنسية', de: 'Französisch-Guayana', en: 'French Guiana', fr: 'Guyane' },
  },
  { code: 'FR-974', name: { ar: 'لا ريونيون', de: 'La Réunion', en: 'Réunion', fr: 'La Réunion' } },
  { code: 'FR-976', name: { ar: 'مايوت', de: 'Mayotte', en: 'Mayotte', fr: 'Mayotte' } },
];
