import type { Right } from '#app/domain/profile/rights.ts';

/** What consumers may count on, in plain words; the sources name the texts. */
export const MA_RIGHTS: readonly Right[] = [
  {
    id: 'ma-complain',
    text: {
      ar: 'يمكنكم تقديم شكوى مجانًا: لدى المشغل أولًا ثم لدى هيئة التقنين.',
      de: 'Sie können sich kostenlos beschweren: zuerst beim Anbieter, dann bei der Aufsicht.',
      en: 'You can complain free of charge: to the operator first, then to the regulator.',
      fr: 'Vous pouvez réclamer gratuitement : d’abord auprès de l’opérateur, puis auprès du régulateur.',
    },
    source: 'Loi n° 24-96 relative à la poste et aux télécommunications; anrt.ma, réclamations',
    assumed: true,
  },
  {
    id: 'ma-continuity',
    categories: ['mobile-outage', 'fixed-outage', 'platform-outage', 'outage-information'],
    text: {
      ar: 'على المشغل ضمان استمرار الخدمة وإخباركم بالانقطاعات.',
      de: 'Der Anbieter muss seinen Dienst ohne Unterbruch erbringen und Sie über Ausfälle informieren.',
      en: 'The operator has to provide its service continuously and tell you about interruptions.',
      fr: 'L’opérateur doit assurer son service de façon continue et vous informer des coupures.',
    },
    source: 'Cahiers des charges des exploitants (loi n° 24-96)',
    assumed: true,
  },
  {
    id: 'ma-prepaid',
    categories: ['prepaid-credit'],
    text: {
      ar: 'ما دفعتم ثمنه يجب أن يُضاف إلى رصيدكم أو يُعاد إليكم.',
      de: 'Was Sie bezahlt haben, muss Ihnen gutgeschrieben oder zurückgegeben werden.',
      en: 'What you have paid for must be credited to you, or given back.',
      fr: 'Ce que vous avez payé doit vous être crédité, ou rendu.',
    },
    source: 'Loi n° 31-08 édictant des mesures de protection du consommateur',
    assumed: true,
  },
  {
    id: 'ma-information',
    categories: ['billing', 'contract', 'roaming'],
    text: {
      ar: 'يجب إعلامكم بوضوح بالثمن والشروط قبل أن تلتزموا.',
      de: 'Preis und Bedingungen müssen Ihnen klar genannt werden, bevor Sie sich verpflichten.',
      en: 'Price and conditions must be given to you clearly before you commit yourself.',
      fr: 'Le prix et les conditions doivent vous être donnés clairement avant que vous ne vous engagiez.',
    },
    source: 'Loi n° 31-08, articles 3 et suivants',
    assumed: true,
  },
  {
    id: 'ma-withdrawal',
    categories: ['contract'],
    text: {
      ar: 'في الشراء عن بعد، يمكنكم مبدئيًا التراجع خلال سبعة أيام.',
      de: 'Bei einem Kauf auf Distanz können Sie grundsätzlich innert sieben Tagen zurücktreten.',
      en: 'For a purchase at a distance you may in principle withdraw within seven days.',
      fr: 'Pour un achat à distance, vous pouvez en principe vous rétracter dans les sept jours.',
    },
    source: 'Loi n° 31-08, article 36',
    assumed: true,
  },
  {
    id: 'ma-portability',
    categories: ['number-portability'],
    text: {
      ar: 'يمكنكم تغيير المشغل مع الاحتفاظ برقمكم.',
      de: 'Sie können den Anbieter wechseln und Ihre Nummer behalten.',
      en: 'You may change operator and keep your number.',
      fr: 'Vous pouvez changer d’opérateur en gardant votre numéro.',
    },
    source: 'Décisions de l’ANRT sur la portabilité des numéros',
    assumed: true,
  },
  {
    id: 'ma-data',
    categories: ['privacy-fraud'],
    text: {
      ar: 'الإشهار بالرسائل أو البريد الإلكتروني أو الاتصال الآلي يتطلب موافقتكم، ويمكنكم اللجوء إلى اللجنة الوطنية لمراقبة حماية المعطيات.',
      de: 'Werbung per SMS, E-Mail oder Automat braucht Ihre Zustimmung; Sie können sich an die CNDP wenden.',
      en: 'Advertising by SMS, e-mail or automatic calls needs your consent, and you may turn to the CNDP.',
      fr: 'La prospection par SMS, e-mail ou automate demande votre accord, et vous pouvez saisir la CNDP.',
    },
    source: 'Loi n° 09-08, article 10',
    assumed: true,
  },
];
