import type { AdmissibilityRule } from '#app/domain/routing/admissibility.ts';

/** The operator comes first, one month per level of its customer service; an outage may be reported at once. */
export const FR_ADMISSIBILITY: AdmissibilityRule = {
  id: 'fr-admissibility-1',
  validFrom: '2005-01-01',
  lines: [
    { scope: {}, contact: 'required', waiting: { amount: 1, unit: 'months' }, maxAgeMonths: 12 },
    {
      scope: { categories: ['mobile-outage', 'fixed-outage', 'platform-outage', 'outage-information'] },
      contact: 'not-required',
      waiting: { amount: 0, unit: 'calendar-days' },
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
  // One month per level of customer service, within one year; that outages and urgent cases need no waiting is assumed.
  source: 'Médiation des communications électroniques',
  text: {
    ar: 'توجهوا أولًا إلى خدمة الزبائن لدى المشغل وانتظروا شهرًا واحدًا. يمكن الإبلاغ عن انقطاع فورًا. يجب ألا يعود آخر اتصال إلى أكثر من سنة.',
    de: 'Wenden Sie sich zuerst an den Kundendienst des Anbieters und warten Sie einen Monat. Ausfälle können Sie sofort melden. Der letzte Kontakt darf höchstens ein Jahr zurückliegen.',
    en: "Contact the operator's customer service first and allow one month. An outage may be reported at once. The last contact must be at most one year ago.",
    fr: 'Adressez-vous d’abord au service client de l’opérateur et laissez-lui un mois. Une panne peut être signalée aussitôt. Le dernier contact ne doit pas remonter à plus d’un an.',
  },
};
