import type { AdmissibilityRule } from '#app/domain/routing/admissibility.ts';

/** No published rule was found; the operator's own days follow the model of the deadlines. */
export const BF_ADMISSIBILITY: AdmissibilityRule = {
  id: 'bf-admissibility-1',
  validFrom: '2005-01-01',
  lines: [
    { scope: {}, contact: 'required', waiting: { amount: 3, unit: 'calendar-days' } },
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
  source: "Assumed, on the model of Senegal's regulator ARTP (3 days for commercial problems)",
  text: {
    ar: 'توجهوا أولًا إلى المشغل وانتظروا ثلاثة أيام. لا انتظار في حالات الانقطاع والاستعجال.',
    de: 'Wenden Sie sich zuerst an den Anbieter und warten Sie drei Tage. Bei Ausfällen und in dringenden Fällen entfällt die Wartezeit.',
    en: 'Contact the operator first and allow three days. Outages and urgent cases need no waiting.',
    fr: 'Adressez-vous d’abord à l’opérateur et laissez-lui trois jours. Aucun délai d’attente en cas de panne ou d’urgence.',
  },
  assumed: true,
};
