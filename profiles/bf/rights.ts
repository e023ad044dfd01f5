import type { Right } from '#app/domain/profile/rights.ts';

/** What consumers may count on, in plain words; the sources name the texts. */
export const BF_RIGHTS: readonly Right[] = [
  {
    id: 'bf-complain',
    text: {
      ar: 'يمكنكم تقديم شكوى مجانًا: لدى المشغل أولًا ثم لدى هيئة التقنين ARCEP.',
      de: 'Sie können sich kostenlos beschweren: zuerst beim Anbieter, dann bei der ARCEP.',
      en: 'You can complain free of charge: to the operator first, then to ARCEP.',
      fr: 'Vous pouvez réclamer gratuitement : d’abord auprès de l’opérateur, puis auprès de l’ARCEP.',
    },
    source:
      'Loi n° 061-2008/AN portant réglementation générale des réseaux et services de communications électroniques',
    assumed: true,
  },
  {
    id: 'bf-continuity',
    categories: ['mobile-outage', 'fixed-outage', 'platform-outage', 'outage-information'],
    text: {
      ar: 'على المشغل احترام مستويات الجودة وإخباركم بالانقطاعات.',
      de: 'Der Anbieter muss Qualitätswerte einhalten und Sie über Ausfälle informieren.',
      en: 'The operator has to keep quality levels and tell you about interruptions.',
      fr: 'L’opérateur doit respecter des niveaux de qualité et vous informer des coupures.',
    },
    source: 'Cahiers des charges des opérateurs (loi n° 061-2008/AN)',
    assumed: true,
  },
  {
    id: 'bf-prepaid',
    categories: ['prepaid-credit'],
    text: {
      ar: 'ما دفعتم ثمنه يجب أن يُضاف إلى رصيدكم أو يُعاد إليكم.',
      de: 'Was Sie bezahlt haben, muss Ihnen gutgeschrieben oder zurückgegeben werden.',
      en: 'What you have paid for must be credited to you, or given back.',
      fr: 'Ce que vous avez payé doit vous être crédité, ou rendu.',
    },
    source: 'Règle de travail du portail; pour la monnaie électronique, instruction BCEAO n° 008-05-2015',
    assumed: true,
  },
  {
    id: 'bf-information',
    categories: ['billing', 'contract', 'roaming'],
    text: {
      ar: 'يجب أن تكون الأسعار والشروط معلنة وواضحة قبل أن تلتزموا.',
      de: 'Tarife und Bedingungen müssen öffentlich und klar sein, bevor Sie sich verpflichten.',
      en: 'Tariffs and conditions must be public and clear before you commit yourself.',
      fr: 'Les tarifs et les conditions doivent être publics et clairs avant que vous ne vous engagiez.',
    },
    source: 'Loi n° 061-2008/AN',
    assumed: true,
  },
  {
    id: 'bf-data',
    categories: ['privacy-fraud'],
    text: {
      ar: 'لا يجوز استعمال معطياتكم دون أساس قانوني، ويمكنكم اللجوء إلى لجنة المعلوميات والحريات.',
      de: 'Ihre Daten dürfen nicht ohne Rechtsgrundlage genutzt werden; Sie können sich an die CIL wenden.',
      en: 'Your data may not be used without a legal basis, and you may turn to the CIL.',
      fr: 'Vos données ne peuvent servir sans base légale, et vous pouvez saisir la CIL.',
    },
    source:
      'Loi n° 001-2021/AN portant protection des personnes à l’égard du traitement des données à caractère personnel',
    assumed: true,
  },
];
