import type { Right } from '#app/domain/profile/rights.ts';

/** What consumers may count on, in plain words; the sources name the texts. */
export const FR_RIGHTS: readonly Right[] = [
  {
    id: 'fr-mediation',
    text: {
      ar: 'يمكنكم اللجوء مجانًا إلى وسيط الاستهلاك.',
      de: 'Sie können sich kostenlos an eine Verbraucherschlichtung wenden.',
      en: 'You may turn to a consumer mediator free of charge.',
      fr: 'Vous pouvez recourir gratuitement à un médiateur de la consommation.',
    },
    source: 'Code de la consommation, art. L. 612-1',
  },
  {
    id: 'fr-quality',
    categories: [
      'mobile-outage',
      'fixed-outage',
      'platform-outage',
      'outage-information',
      'coverage-quality',
    ],
    text: {
      ar: 'يجب أن يبين عقدكم مستوى جودة الخدمة والتعويض المقرر عند عدم بلوغه.',
      de: 'Ihr Vertrag muss die Dienstqualität nennen und die Entschädigung, wenn sie nicht erreicht wird.',
      en: 'Your contract must state the quality of the service and the compensation if it is not met.',
      fr: 'Votre contrat doit indiquer le niveau de qualité du service et la compensation prévue s’il n’est pas atteint.',
    },
    source: 'Code de la consommation, art. L. 224-30',
    assumed: true,
  },
  {
    id: 'fr-change',
    categories: ['contract', 'billing'],
    text: {
      ar: 'يجب إعلامكم بأي تعديل للعقد قبل شهر، ويمكنكم حينها إنهاؤه دون رسوم.',
      de: 'Eine Vertragsänderung muss einen Monat vorher angekündigt werden; Sie können dann ohne Kosten gehen.',
      en: 'A change of contract must be announced a month before; you may then leave without a fee.',
      fr: 'Une modification du contrat doit vous être annoncée un mois avant ; vous pouvez alors partir sans frais.',
    },
    source: 'Code de la consommation, art. L. 224-33',
    assumed: true,
  },
  {
    id: 'fr-termination',
    categories: ['contract'],
    text: {
      ar: 'لا يمكن أن تتجاوز مهلة الإشعار بالفسخ عشرة أيام.',
      de: 'Die Kündigungsfrist darf zehn Tage nicht überschreiten.',
      en: 'The notice period for cancelling may not exceed ten days.',
      fr: 'Le préavis de résiliation ne peut pas dépasser dix jours.',
    },
    source: 'Code de la consommation, art. L. 224-39',
    assumed: true,
  },
  {
    id: 'fr-portability',
    categories: ['number-portability'],
    text: {
      ar: 'نقل رقمكم مجاني، والتأخير أو فقدان الرقم يخوّل لكم تعويضًا.',
      de: 'Die Mitnahme Ihrer Nummer ist kostenlos; Verspätung oder Verlust geben Anspruch auf Entschädigung.',
      en: 'Moving your number is free; delay or loss entitles you to compensation.',
      fr: 'Le transfert de votre numéro est gratuit ; un retard ou une perte ouvre droit à une indemnité.',
    },
    source: 'CPCE, art. L. 44 et D. 406-18 et suivants',
    assumed: true,
  },
  {
    id: 'fr-roaming',
    categories: ['roaming'],
    text: {
      ar: 'في الاتحاد الأوروبي تستعملون عرضكم كما في بلدكم، ويحميكم تنبيه وسقف من الفواتير المرتفعة.',
      de: 'In der Europäischen Union nutzen Sie Ihren Tarif wie zu Hause; Warnung und Obergrenze schützen vor der Rechnung.',
      en: 'In the European Union you use your plan as at home; an alert and a cap protect you from the bill.',
      fr: 'Dans l’Union européenne vous utilisez votre forfait comme chez vous ; une alerte et un plafond protègent de la facture.',
    },
    source: 'Règlement (UE) 2022/612',
  },
  {
    id: 'fr-advertising',
    categories: ['privacy-fraud'],
    text: {
      ar: 'الإشهار بالرسائل أو البريد الإلكتروني أو الاتصال الآلي يتطلب موافقتكم المسبقة.',
      de: 'Werbung per SMS, E-Mail oder Automat braucht Ihre vorherige Zustimmung.',
      en: 'Advertising by SMS, e-mail or automatic calls needs your consent beforehand.',
      fr: 'La prospection par SMS, e-mail ou automate demande votre accord préalable.',
    },
    source: 'CPCE, art. L. 34-5',
  },
];
