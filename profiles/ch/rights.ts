import type { Right } from '#app/domain/profile/rights.ts';

/** What consumers may count on, in plain words; the sources name the texts. */
export const CH_RIGHTS: readonly Right[] = [
  {
    id: 'ch-conciliation',
    text: {
      ar: 'يمكنكم اللجوء إلى هيئة التوفيق، وعلى المشغل أن يشارك في المسطرة.',
      de: 'Sie können die Schlichtungsstelle anrufen; der Anbieter muss am Verfahren teilnehmen.',
      en: 'You can turn to the conciliation body; the provider has to take part.',
      fr: 'Vous pouvez saisir l’organe de conciliation ; le fournisseur doit participer à la procédure.',
    },
    source: 'FMG/LTC Art. 12c; FDV/OST Art. 42–50',
  },
  {
    id: 'ch-outage',
    categories: ['mobile-outage', 'fixed-outage', 'platform-outage', 'outage-information'],
    text: {
      ar: 'يمكنكم طلب مراعاة غياب الخدمة في ما تدفعون.',
      de: 'Sie können verlangen, dass der fehlende Dienst bei Ihrer Rechnung berücksichtigt wird.',
      en: 'You may ask that the missing service be taken into account in what you pay.',
      fr: 'Vous pouvez demander que l’absence de service soit prise en compte dans ce que vous payez.',
    },
    source: 'OR/CO Art. 97 ff.',
    assumed: true,
  },
  {
    id: 'ch-value-added',
    categories: ['billing'],
    text: {
      ar: 'يمكنكم طلب حجب الخدمات ذات القيمة المضافة مجانًا.',
      de: 'Sie können den Zugang zu Mehrwertdiensten kostenlos sperren lassen.',
      en: 'You may have access to premium-rate services blocked free of charge.',
      fr: 'Vous pouvez faire bloquer gratuitement l’accès aux services à valeur ajoutée.',
    },
    source: 'FDV/OST Art. 40',
    assumed: true,
  },
  {
    id: 'ch-portability',
    categories: ['number-portability'],
    text: {
      ar: 'يمكنكم تغيير المشغل مع الاحتفاظ برقمكم.',
      de: 'Sie können den Anbieter wechseln und Ihre Nummer behalten.',
      en: 'You may change provider and keep your number.',
      fr: 'Vous pouvez changer de fournisseur en gardant votre numéro.',
    },
    source: 'FMG/LTC Art. 28; Verordnung der ComCom (SR 784.101.112)',
    assumed: true,
  },
  {
    id: 'ch-roaming',
    categories: ['roaming'],
    text: {
      ar: 'على المشغل أن يبين لكم الأسعار في الخارج وأن يتيح لكم وضع سقف للتكلفة.',
      de: 'Der Anbieter muss Ihnen die Preise im Ausland nennen und eine Kostengrenze ermöglichen.',
      en: 'The provider has to tell you prices abroad and let you limit the cost.',
      fr: 'Le fournisseur doit vous indiquer les prix à l’étranger et vous permettre de limiter les coûts.',
    },
    source: 'FMG/LTC Art. 12abis; FDV/OST Art. 10a ff.',
    assumed: true,
  },
  {
    id: 'ch-advertising',
    categories: ['privacy-fraud'],
    text: {
      ar: 'الإشهار الجماعي غير المطلوب ممنوع، وعلى المشغل محاربته.',
      de: 'Unverlangte Massenwerbung ist verboten, und der Anbieter muss sie bekämpfen.',
      en: 'Unsolicited mass advertising is forbidden, and the provider has to fight it.',
      fr: 'La publicité de masse non sollicitée est interdite, et le fournisseur doit la combattre.',
    },
    source: 'FMG/LTC Art. 45a; UWG/LCD Art. 3 Abs. 1 lit. o und u',
  },
];
