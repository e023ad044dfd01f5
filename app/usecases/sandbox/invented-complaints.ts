import type { LocalisedText } from '#app/domain/shared/language.ts';
import { addDays, type PlainDate } from '#app/domain/shared/plain-date.ts';
import type { Category, IssueAddress } from '#app/domain/taxonomy/taxonomy.ts';

/** What a sandbox's cases tell: invented from beginning to end. */
export interface Invention {
  readonly category: Category;
  readonly issues: readonly IssueAddress[];
  readonly remedySought: readonly string[];
  readonly narrative: LocalisedText;
  /** @param startedOn the day of the matter */
  readonly facts: (startedOn: PlainDate) => Readonly<Record<string, unknown>>;
}

export const INVENTIONS: readonly Invention[] = [
  {
    category: 'billing',
    issues: ['billing/error'],
    remedySought: ['correct-bill'],
    narrative: {
      fr: 'Essai : la dernière facture compte deux fois la même option, malgré deux appels au service client.',
      ar: 'تجربة: الفاتورة الأخيرة تحتسب الخيار نفسه مرتين رغم مكالمتين مع خدمة الزبناء.',
      de: 'Versuch: Die letzte Rechnung führt dieselbe Option zweimal auf, trotz zwei Anrufen beim Kundendienst.',
      en: 'Trial: the last bill counts the same option twice, in spite of two calls to customer service.',
    },
    facts: () => ({ disputedLines: 'Option X, 2 ×' }),
  },
  {
    category: 'prepaid-credit',
    issues: ['prepaid-credit/paid-not-credited'],
    remedySought: ['credit-or-refund'],
    narrative: {
      fr: 'Essai : une recharge payée et confirmée par SMS n’a jamais été créditée sur la ligne.',
      ar: 'تجربة: تعبئة دُفع ثمنها وأُكدت برسالة قصيرة لم تُضَف قط إلى رصيد الخط.',
      de: 'Versuch: Eine bezahlte und per SMS bestätigte Aufladung wurde dem Anschluss nie gutgeschrieben.',
      en: 'Trial: a top-up that was paid and confirmed by SMS was never credited to the line.',
    },
    facts: startedOn => ({
      paymentChannel: 'ussd',
      transactionTime: `${startedOn}T13:45`,
      paidAmount: '50',
      confirmationReceived: 'sms',
    }),
  },
  {
    category: 'contract',
    issues: ['contract/cancellation-refused', 'billing/refund-due'],
    remedySought: ['cancel-contract', 'credit-or-refund'],
    narrative: {
      fr: 'Essai : la résiliation envoyée dans les délais est refusée, et l’abonnement reste facturé chaque mois.',
      ar: 'تجربة: رُفض فسخ العقد رغم إرساله في الأجل، ويتواصل احتساب الاشتراك كل شهر.',
      de: 'Versuch: Die fristgerechte Kündigung wird abgelehnt, und das Abonnement wird weiter jeden Monat verrechnet.',
      en: 'Trial: the cancellation sent in time is refused, and the subscription is still billed each month.',
    },
    facts: () => ({}),
  },
];

/** Days before filing on which the matter began and the operator was called: far enough for every profile's rule. */
export function inventedPast(filedOn: PlainDate): {
  readonly startedOn: PlainDate;
  readonly calledOn: PlainDate;
} {
  return { startedOn: addDays(filedOn, -45), calledOn: addDays(filedOn, -40) };
}
