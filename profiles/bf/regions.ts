import type { Region } from '#app/domain/profile/profile.ts';

/** The thirteen regions of Burkina Faso, by their ISO 3166-2 codes. */
export const BF_REGIONS: readonly Region[] = [
  {
    code: 'BF-01',
    name: { ar: 'بوكل دو موهون', de: 'Boucle du Mouhoun', en: 'Boucle du Mouhoun', fr: 'Boucle du Mouhoun' },
  },
  { code: 'BF-02', name: { ar: 'كاسكاد', de: 'Cascades', en: 'Cascades', fr: 'Cascades' } },
  { code: 'BF-03', name: { ar: 'الوسط', de: 'Centre', en: 'Centre', fr: 'Centre' } },
  { code: 'BF-04', name: { ar: 'الوسط الشرقي', de: 'Centre-Est', en: 'Centre-Est', fr: 'Centre-Est' } },
  { code: 'BF-05', name: { ar: 'الوسط الشمالي', de: 'Centre-Nord', en: 'Centre-Nord', fr: 'Centre-Nord' } },
  { code: 'BF-06', name: { ar: 'الوسط الغربي', de: 'Centre-Ouest', en: 'Centre-Ouest', fr: 'Centre-Ouest' } },
  { code: 'BF-07', name: { ar: 'الوسط الجنوبي', de: 'Centre-Sud', en: 'Centre-Sud', fr: 'Centre-Sud' } },
  { code: 'BF-08', name: { ar: 'الشرق', de: 'Est', en: 'Est', fr: 'Est' } },
  { code: 'BF-09', name: { ar: 'أو باسان', de: 'Hauts-Bassins', en: 'Hauts-Bassins', fr: 'Hauts-Bassins' } },
  { code: 'BF-10', name: { ar: 'الشمال', de: 'Nord', en: 'Nord', fr: 'Nord' } },
  {
    code: 'BF-11',
    name: { ar: 'الهضبة الوسطى', de: 'Plateau-Central', en: 'Plateau-Central', fr: 'Plateau-Central' },
  },
  { code: 'BF-12', name: { ar: 'الساحل', de: 'Sahel', en: 'Sahel', fr: 'Sahel' } },
  { code: 'BF-13', name: { ar: 'الجنوب الغربي', de: 'Sud-Ouest', en: 'Sud-Ouest', fr: 'Sud-Ouest' } },
];
