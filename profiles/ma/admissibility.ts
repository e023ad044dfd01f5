import type { AdmissibilityRule } from '#app/domain/routing/admissibility.ts';

/** ANRT asks customers to turn to the operator first; it publishes no waiting period and no age limit. */
export const MA_ADMISSIBILITY: AdmissibilityRule = {
  id: 'ma-admissibility-1',
  validFrom: '2005-01-01',
  lines: [
    { scope: {}, contact: 'required', waiting: { amount: 10, unit: 'calendar-days' } },
    {
      scope: { categories: ['mobile-outage', 'fixed-outage', 'platform-outage', 'outage-information'] },
      contact: 'required',
      waiting: { amount: 0, unit: 'calendar-days' },
    },
    { scope: { urgent: true }, contact: 'required', waiting: { amount: 0, unit: 'calendar-days' } },
    {
      scope: { tracks: ['wholesale'] },
      contact: 'not-required',
      waiting: { amount: 0, unit: 'calendar-days' },
    },
  ],
  source:
    'anrt.ma, "File of complaint": the customer first complains to the operator; the ten days are assumed',
  text: {
    ar: 'توجهوا أولًا إلى المشغل وانتظروا عشرة أيام. لا انتظار في حالات الانقطاع والاستعجال.',
    de: 'Wenden Sie sich zuerst an den Anbieter und warten Sie zehn Tage. Bei Ausfällen und in dringenden Fällen entfällt die Wartezeit.',
    en: 'Contact the operator first and allow ten days. Outages and urgent cases need no waiting.',
    fr: 'Adressez-vous d’abord à l’opérateur et laissez-lui dix jours. Aucun délai d’attente en cas de panne ou d’urgence.',
  },
  assumed: true,
};
