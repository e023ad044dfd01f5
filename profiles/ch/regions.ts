import type { Region } from '#app/domain/profile/profile.ts';

/** The 26 cantons of Switzerland, in constitutional order. */
export const CH_REGIONS: readonly Region[] = [
  { code: 'CH-ZH', name: { ar: 'زيورخ', de: 'Zürich', en: 'Zurich', fr: 'Zurich' } },
  { code: 'CH-BE', name: { ar: 'برن', de: 'Bern', en: 'Bern', fr: 'Berne' } },
  { code: 'CH-LU', name: { ar: 'لوتسرن', de: 'Luzern', en: 'Lucerne', fr: 'Lucerne' } },
  { code: 'CH-UR', name: { ar: 'أوري', de: 'Uri', en: 'Uri', fr: 'Uri' } },
  { code: 'CH-SZ', name: { ar: 'شفيتس', de: 'Schwyz', en: 'Schwyz', fr: 'Schwytz' } },
  { code: 'CH-OW', name: { ar: 'أوبفالدن', de: 'Obwalden', en: 'Obwalden', fr: 'Obwald' } },
  { code: 'CH-NW', name: { ar: 'نيدفالدن', de: 'Nidwalden', en: 'Nidwalden', fr: 'Nidwald' } },
  { code: 'CH-GL', name: { ar: 'غلاروس', de: 'Glarus', en: 'Glarus', fr: 'Glaris' } },
  { code: 'CH-ZG', name: { ar: 'تسوغ', de: 'Zug', en: 'Zug', fr: 'Zoug' } },
  { code: 'CH-FR', name: { ar: 'فريبورغ', de: 'Freiburg', en: 'Fribourg', fr: 'Fribourg' } },
  { code: 'CH-SO', name: { ar: 'سولوتورن', de: 'Solothurn', en: 'Solothurn', fr: 'Soleure' } },
  { code: 'CH-BS', name: { ar: 'بازل المدينة', de: 'Basel-Stadt', en: 'Basel-Stadt', fr: 'Bâle-Ville' } },
  {
    code: 'CH-BL',
    name: { ar: 'بازل الريف', de: 'Basel-Landschaft', en: 'Basel-Landschaft', fr: 'Bâle-Campagne' },
  },
  { code: 'CH-SH', name: { ar: 'شافهاوزن', de: 'Schaffhausen', en: 'Schaffhausen', fr: 'Schaffhouse' } },
  {
    code: 'CH-AR',
    name: {
      ar: 'أبنتسل أوسرودن',
      de: 'Appenzell Ausserrhoden',
      en: 'Appenzell Ausserrhoden',
      fr: 'Appenzell Rhodes-Extérieures',
    },
  },
  {
    code: 'CH-AI',
    name: {
      ar: 'أبنتسل إنرودن',
      de: 'Appenzell Innerrhoden',
      en: 'Appenzell Innerrhoden',
      fr: 'Appenzell Rhodes-Intérieures',
    },
  },
  { code: 'CH-SG', name: { ar: 'سانت غالن', de: 'St. Gallen', en: 'St. Gallen', fr: 'Saint-Gall' } },
  { code: 'CH-GR', name: { ar: 'غراوبوندن', de: 'Graubünden', en: 'Grisons', fr: 'Grisons' } },
  { code: 'CH-AG', name: { ar: 'أرغاو', de: 'Aargau', en: 'Aargau', fr: 'Argovie' } },
  { code: 'CH-TG', name: { ar: 'تورغاو', de: 'Thurgau', en: 'Thurgau', fr: 'Thurgovie' } },
  { code: 'CH-TI', name: { ar: 'تيتشينو', de: 'Tessin', en: 'Ticino', fr: 'Tessin' } },
  { code: 'CH-VD', name: { ar: 'فو', de: 'Waadt', en: 'Vaud', fr: 'Vaud' } },
  { code: 'CH-VS', name: { ar: 'فاليه', de: 'Wallis', en: 'Valais', fr: 'Valais' } },
  { code: 'CH-NE', name: { ar: 'نوشاتيل', de: 'Neuenburg', en: 'Neuchâtel', fr: 'Neuchâtel' } },
  { code: 'CH-GE', name: { ar: 'جنيف', de: 'Genf', en: 'Geneva', fr: 'Genève' } },
  { code: 'CH-JU', name: { ar: 'جورا', de: 'Jura', en: 'Jura', fr: 'Jura' } },
];
