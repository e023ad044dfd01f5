import type { HolidayName } from './holiday-name.ts';
import { SWISS_HOLIDAY_NAMES } from './swiss-holiday-names.ts';

/** `date-holidays` has no complete set of names in four languages, least of all in Arabic. */
export const HOLIDAY_NAMES: readonly HolidayName[] = [
  ...SWISS_HOLIDAY_NAMES,
  {
    key: 'new-year',
    rules: ['01-01'],
    name: { ar: 'رأس السنة الميلادية', de: 'Neujahr', en: 'New Year’s Day', fr: 'Jour de l’an' },
  },
  {
    key: 'independence-manifesto',
    rules: ['01-11'],
    profiles: ['ma'],
    name: {
      ar: 'ذكرى تقديم وثيقة الاستقلال',
      de: 'Jahrestag des Unabhängigkeitsmanifests',
      en: 'Independence Manifesto Day',
      fr: 'Manifeste de l’indépendance',
    },
  },
  {
    key: 'amazigh-new-year',
    rules: ['amazigh-new-year'],
    profiles: ['ma'],
    name: {
      ar: 'رأس السنة الأمازيغية',
      de: 'Amazigh-Neujahr',
      en: 'Amazigh New Year',
      fr: 'Nouvel an amazigh',
    },
  },
  {
    key: 'eid-al-fitr',
    rules: ['1 Shawwal'],
    name: { ar: 'عيد الفطر', de: 'Fest des Fastenbrechens', en: 'Eid al-Fitr', fr: 'Aïd al-Fitr' },
  },
  {
    key: 'eid-al-adha',
    rules: ['10 Dhu al-Hijjah'],
    name: { ar: 'عيد الأضحى', de: 'Opferfest', en: 'Eid al-Adha', fr: 'Aïd al-Adha' },
  },
  {
    key: 'islamic-new-year',
    rules: ['1 Muharram'],
    name: { ar: 'فاتح محرم', de: 'Islamisches Neujahr', en: 'Islamic New Year', fr: 'Nouvel an de l’Hégire' },
  },
  {
    key: 'mawlid',
    rules: ['12 Rabi al-awwal'],
    name: {
      ar: 'عيد المولد النبوي',
      de: 'Geburtstag des Propheten',
      en: 'Birthday of the Prophet',
      fr: 'Mawlid',
    },
  },
  {
    key: 'labour-day',
    rules: ['05-01'],
    name: { ar: 'عيد الشغل', de: 'Tag der Arbeit', en: 'Labour Day', fr: 'Fête du travail' },
  },
  {
    key: 'throne-day',
    rules: ['07-30'],
    profiles: ['ma'],
    name: { ar: 'عيد العرش', de: 'Thronfest', en: 'Throne Day', fr: 'Fête du Trône' },
  },
  {
    key: 'oued-ed-dahab',
    rules: ['08-14'],
    profiles: ['ma'],
    name: {
      ar: 'ذكرى استرجاع وادي الذهب',
      de: 'Tag von Oued Ed-Dahab',
      en: 'Oued Ed-Dahab Day',
      fr: 'Journée de Oued Ed-Dahab',
    },
  },
  {
    key: 'king-and-people',
    rules: ['08-20'],
    profiles: ['ma'],
    name: {
      ar: 'ثورة الملك والشعب',
      de: 'Revolution des Königs und des Volkes',
      en: 'Revolution of the King and the People',
      fr: 'Révolution du Roi et du Peuple',
    },
  },
  {
    key: 'youth-day',
    rules: ['08-21'],
    profiles: ['ma'],
    name: { ar: 'عيد الشباب', de: 'Tag der Jugend', en: 'Youth Day', fr: 'Fête de la Jeunesse' },
  },
  {
    key: 'unity-day',
    rules: ['unity-day'],
    profiles: ['ma'],
    name: { ar: 'عيد الوحدة', de: 'Tag der Einheit', en: 'Unity Day', fr: 'Fête de l’Unité' },
  },
  {
    key: 'green-march',
    rules: ['11-06'],
    profiles: ['ma'],
    name: {
      ar: 'ذكرى المسيرة الخضراء',
      de: 'Jahrestag des Grünen Marsches',
      en: 'Green March Day',
      fr: 'Anniversaire de la Marche verte',
    },
  },
  {
    key: 'independence-day-ma',
    rules: ['11-18'],
    profiles: ['ma'],
    name: {
      ar: 'عيد الاستقلال',
      de: 'Unabhängigkeitstag',
      en: 'Independence Day',
      fr: 'Fête de l’Indépendance',
    },
  },
  {
    key: 'good-friday',
    rules: ['easter -2'],
    name: { ar: 'الجمعة العظيمة', de: 'Karfreitag', en: 'Good Friday', fr: 'Vendredi saint' },
  },
  {
    key: 'easter',
    rules: ['easter'],
    name: { ar: 'أحد الفصح', de: 'Ostersonntag', en: 'Easter Sunday', fr: 'Pâques' },
  },
  {
    key: 'easter-monday',
    rules: ['easter 1'],
    name: { ar: 'اثنين الفصح', de: 'Ostermontag', en: 'Easter Monday', fr: 'Lundi de Pâques' },
  },
  {
    key: 'ascension',
    rules: ['easter 39'],
    name: { ar: 'عيد الصعود', de: 'Auffahrt', en: 'Ascension Day', fr: 'Ascension' },
  },
  {
    key: 'pentecost',
    rules: ['easter 49'],
    name: { ar: 'عيد العنصرة', de: 'Pfingstsonntag', en: 'Whit Sunday', fr: 'Pentecôte' },
  },
  {
    key: 'whit-monday',
    rules: ['easter 50'],
    name: { ar: 'اثنين العنصرة', de: 'Pfingstmontag', en: 'Whit Monday', fr: 'Lundi de Pentecôte' },
  },
  {
    key: 'corpus-christi',
    rules: ['easter 60'],
    name: { ar: 'عيد القربان الأقدس', de: 'Fronleichnam', en: 'Corpus Christi', fr: 'Fête-Dieu' },
  },
  {
    key: 'assumption',
    rules: ['08-15'],
    name: {
      ar: 'عيد انتقال السيدة العذراء',
      de: 'Mariä Himmelfahrt',
      en: 'Assumption Day',
      fr: 'Assomption',
    },
  },
  {
    key: 'all-saints',
    rules: ['11-01'],
    name: { ar: 'عيد جميع القديسين', de: 'Allerheiligen', en: 'All Saints’ Day', fr: 'Toussaint' },
  },
  {
    key: 'immaculate-conception',
    rules: ['12-08'],
    name: {
      ar: 'عيد الحبل بلا دنس',
      de: 'Mariä Empfängnis',
      en: 'Immaculate Conception',
      fr: 'Immaculée Conception',
    },
  },
  {
    key: 'christmas',
    rules: ['12-25'],
    name: { ar: 'عيد الميلاد', de: 'Weihnachten', en: 'Christmas Day', fr: 'Noël' },
  },
  {
    key: 'second-christmas-day',
    rules: ['12-26', '12-26 not on monday', '12-26 not on monday, friday', '12-26 not on tuesday, saturday'],
    name: { ar: 'ثاني أيام عيد الميلاد', de: 'Stephanstag', en: 'St Stephen’s Day', fr: 'Saint-Étienne' },
  },
  {
    key: 'popular-uprising',
    rules: ['01-03'],
    profiles: ['bf'],
    name: {
      ar: 'ذكرى الانتفاضة الشعبية',
      de: 'Tag des Volksaufstands',
      en: 'Popular Uprising Day',
      fr: 'Soulèvement populaire',
    },
  },
  {
    key: 'womens-day',
    rules: ['03-08'],
    profiles: ['bf'],
    name: {
      ar: 'اليوم العالمي للمرأة',
      de: 'Internationaler Frauentag',
      en: 'International Women’s Day',
      fr: 'Journée internationale des femmes',
    },
  },
  {
    key: 'independence-day-bf',
    rules: ['08-05'],
    profiles: ['bf'],
    name: {
      ar: 'عيد الاستقلال',
      de: 'Unabhängigkeitstag',
      en: 'Independence Day',
      fr: 'Fête de l’Indépendance',
    },
  },
  {
    key: 'republic-day-bf',
    rules: ['12-11'],
    profiles: ['bf'],
    name: { ar: 'العيد الوطني', de: 'Nationalfeiertag', en: 'Republic Day', fr: 'Fête nationale' },
  },
  {
    key: 'victory-day',
    rules: ['05-08'],
    profiles: ['fr'],
    name: { ar: 'عيد النصر 1945', de: 'Tag des Sieges 1945', en: 'Victory Day 1945', fr: 'Victoire 1945' },
  },
  {
    key: 'bastille-day',
    rules: ['07-14'],
    profiles: ['fr'],
    name: { ar: 'العيد الوطني الفرنسي', de: 'Nationalfeiertag', en: 'Bastille Day', fr: 'Fête nationale' },
  },
  {
    key: 'armistice',
    rules: ['11-11'],
    profiles: ['fr'],
    name: {
      ar: 'ذكرى هدنة 1918',
      de: 'Waffenstillstand 1918',
      en: 'Armistice Day 1918',
      fr: 'Armistice 1918',
    },
  },
  {
    key: 'abolition-of-slavery',
    rules: ['04-27', '05-22', '05-27', '06-10', '12-20'],
    profiles: ['fr'],
    name: {
      ar: 'ذكرى إلغاء العبودية',
      de: 'Abschaffung der Sklaverei',
      en: 'Abolition of Slavery',
      fr: 'Abolition de l’esclavage',
    },
  },
];
