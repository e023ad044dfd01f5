import type { HolidayName } from './holiday-name.ts';

/** Holidays that only some cantons, or only Switzerland, have. */
export const SWISS_HOLIDAY_NAMES: readonly HolidayName[] = [
  {
    key: 'christmas-eve',
    rules: ['12-24'],
    profiles: ['ch'],
    name: { ar: 'عشية عيد الميلاد', de: 'Heiliger Abend', en: 'Christmas Eve', fr: 'Veille de Noël' },
  },
  {
    key: 'berchtold',
    rules: ['01-02', '01-02 on monday'],
    profiles: ['ch'],
    name: { ar: 'يوم بيرشتولد', de: 'Berchtoldstag', en: 'St Berchtold’s Day', fr: 'Saint-Berchtold' },
  },
  {
    key: 'epiphany',
    rules: ['01-06'],
    profiles: ['ch'],
    name: { ar: 'عيد الغطاس', de: 'Heilige Drei Könige', en: 'Epiphany', fr: 'Épiphanie' },
  },
  {
    key: 'neuchatel-republic',
    rules: ['03-01'],
    profiles: ['ch'],
    name: {
      ar: 'ذكرى قيام جمهورية نوشاتيل',
      de: 'Jahrestag der Ausrufung der Republik',
      en: 'Neuchâtel Republic Day',
      fr: 'Instauration de la République',
    },
  },
  {
    key: 'saint-joseph',
    rules: ['03-19'],
    profiles: ['ch'],
    name: { ar: 'عيد القديس يوسف', de: 'Josefstag', en: 'St Joseph’s Day', fr: 'Saint-Joseph' },
  },
  {
    key: 'naefels',
    rules: ['Thursday after 04-02 if is observance holiday then next Thursday'],
    profiles: ['ch'],
    name: { ar: 'ذكرى معركة نيفلس', de: 'Näfelser Fahrt', en: 'Battle of Näfels', fr: 'Bataille de Näfels' },
  },
  {
    key: 'jura-plebiscite',
    rules: ['06-23'],
    profiles: ['ch'],
    name: {
      ar: 'ذكرى استفتاء جورا',
      de: 'Fest der Unabhängigkeit',
      en: 'Jura Plebiscite Day',
      fr: 'Commémoration du plébiscite jurassien',
    },
  },
  {
    key: 'peter-and-paul',
    rules: ['06-29'],
    profiles: ['ch'],
    name: {
      ar: 'عيد القديسين بطرس وبولس',
      de: 'Peter und Paul',
      en: 'Saints Peter and Paul',
      fr: 'Saints Pierre et Paul',
    },
  },
  {
    key: 'swiss-national-day',
    rules: ['08-01'],
    profiles: ['ch'],
    name: {
      ar: 'العيد الوطني السويسري',
      de: 'Bundesfeiertag',
      en: 'Swiss National Day',
      fr: 'Fête nationale',
    },
  },
  {
    key: 'geneva-fast',
    rules: ['thursday after 1st sunday after 09-01'],
    profiles: ['ch'],
    name: { ar: 'صوم جنيف', de: 'Genfer Bettag', en: 'Geneva Fast', fr: 'Jeûne genevois' },
  },
  {
    key: 'federal-fast',
    rules: ['3rd sunday after 09-01'],
    profiles: ['ch'],
    name: {
      ar: 'يوم الشكر والصوم الاتحادي',
      de: 'Eidgenössischer Dank-, Buss- und Bettag',
      en: 'Federal Day of Thanksgiving',
      fr: 'Jeûne fédéral',
    },
  },
  {
    key: 'federal-fast-monday',
    rules: ['monday after 3rd sunday in September'],
    profiles: ['ch'],
    name: {
      ar: 'اثنين الصوم الاتحادي',
      de: 'Bettagsmontag',
      en: 'Monday after the Federal Day of Thanksgiving',
      fr: 'Lundi du Jeûne fédéral',
    },
  },
  {
    key: 'saint-maurice',
    rules: ['09-22'],
    profiles: ['ch'],
    name: { ar: 'عيد القديس موريس', de: 'Mauritiustag', en: 'St Maurice’s Day', fr: 'Saint-Maurice' },
  },
  {
    key: 'brother-klaus',
    rules: ['09-25'],
    profiles: ['ch'],
    name: {
      ar: 'عيد القديس نيكولاس فون فلوي',
      de: 'Bruderklausenfest',
      en: 'St Nicholas of Flüe',
      fr: 'Saint-Nicolas-de-Flüe',
    },
  },
  {
    key: 'new-years-eve',
    rules: ['12-31'],
    profiles: ['ch'],
    name: {
      ar: 'ليلة رأس السنة (عيد استعادة الجمهورية في جنيف)',
      de: 'Silvester (in Genf Wiederherstellung der Republik)',
      en: 'New Year’s Eve (in Geneva Restoration of the Republic)',
      fr: 'Saint-Sylvestre (à Genève Restauration de la République)',
    },
  },
];
