import type { Region } from '#app/domain/profile/profile.ts';

/** The twelve regions of Morocco. */
export const MA_REGIONS: readonly Region[] = [
  {
    code: 'MA-01',
    name: {
      ar: 'طنجة تطوان الحسيمة',
      de: 'Tanger-Tétouan-Al Hoceïma',
      en: 'Tanger-Tétouan-Al Hoceïma',
      fr: 'Tanger-Tétouan-Al Hoceïma',
    },
  },
  { code: 'MA-02', name: { ar: 'جهة الشرق', de: 'Oriental', en: 'Oriental', fr: "L'Oriental" } },
  { code: 'MA-03', name: { ar: 'فاس مكناس', de: 'Fès-Meknès', en: 'Fez-Meknes', fr: 'Fès-Meknès' } },
  {
    code: 'MA-04',
    name: {
      ar: 'الرباط سلا القنيطرة',
      de: 'Rabat-Salé-Kénitra',
      en: 'Rabat-Salé-Kénitra',
      fr: 'Rabat-Salé-Kénitra',
    },
  },
  {
    code: 'MA-05',
    name: {
      ar: 'بني ملال خنيفرة',
      de: 'Béni Mellal-Khénifra',
      en: 'Béni Mellal-Khénifra',
      fr: 'Béni Mellal-Khénifra',
    },
  },
  {
    code: 'MA-06',
    name: {
      ar: 'الدار البيضاء سطات',
      de: 'Casablanca-Settat',
      en: 'Casablanca-Settat',
      fr: 'Casablanca-Settat',
    },
  },
  {
    code: 'MA-07',
    name: { ar: 'مراكش آسفي', de: 'Marrakesch-Safi', en: 'Marrakesh-Safi', fr: 'Marrakech-Safi' },
  },
  {
    code: 'MA-08',
    name: { ar: 'درعة تافيلالت', de: 'Drâa-Tafilalet', en: 'Drâa-Tafilalet', fr: 'Drâa-Tafilalet' },
  },
  { code: 'MA-09', name: { ar: 'سوس ماسة', de: 'Souss-Massa', en: 'Souss-Massa', fr: 'Souss-Massa' } },
  {
    code: 'MA-10',
    name: { ar: 'كلميم واد نون', de: 'Guelmim-Oued Noun', en: 'Guelmim-Oued Noun', fr: 'Guelmim-Oued Noun' },
  },
  {
    code: 'MA-11',
    name: {
      ar: 'العيون الساقية الحمراء',
      de: 'Laâyoune-Sakia El Hamra',
      en: 'Laâyoune-Sakia El Hamra',
      fr: 'Laâyoune-Sakia El Hamra',
    },
  },
  {
    code: 'MA-12',
    name: {
      ar: 'الداخلة وادي الذهب',
      de: 'Dakhla-Oued Ed-Dahab',
      en: 'Dakhla-Oued Ed-Dahab',
      fr: 'Dakhla-Oued Ed-Dahab',
    },
  },
];
