import type { AdmissibilityRule } from '#app/domain/routing/admissibility.ts';

/** The conciliation body's practice: five days for the provider to answer an e-mail, last contact at most 12 months ago. */
export const CH_ADMISSIBILITY: AdmissibilityRule = {
  id: 'ch-admissibility-1',
  validFrom: '2008-07-01',
  lines: [
    { scope: {}, contact: 'required', waiting: { amount: 5, unit: 'calendar-days' }, maxAgeMonths: 12 },
    {
      scope: { categories: ['mobile-outage', 'fixed-outage', 'platform-outage', 'outage-information'] },
      contact: 'required',
      waiting: { amount: 0, unit: 'calendar-days' },
      maxAgeMonths: 12,
    },
    {
      scope: { urgent: true },
      contact: 'required',
      waiting: { amount: 0, unit: 'calendar-days' },
      maxAgeMonths: 12,
    },
    {
      scope: { tracks: ['wholesale'] },
      contact: 'not-required',
      waiting: { amount: 0, unit: 'calendar-days' },
    },
  ],
  // That outages and urgent cases need no waiting is assumed.
  source: 'ombudscom.ch',
  text: {
    ar: 'حاولوا أولًا إيجاد حل مع المشغل وأمهلوه خمسة أيام. يجب ألا يعود آخر اتصال إلى أكثر من اثني عشر شهرًا.',
    de: 'Versuchen Sie zuerst, mit dem Anbieter eine Lösung zu finden, und geben Sie ihm fünf Tage Zeit. Der letzte Kontakt darf höchstens zwölf Monate zurückliegen.',
    en: 'Try to find a solution with the provider first and allow five days. The last contact must be at most twelve months ago.',
    fr: 'Cherchez d’abord une solution avec le fournisseur et laissez-lui cinq jours. Le dernier contact ne doit pas remonter à plus de douze mois.',
  },
};
