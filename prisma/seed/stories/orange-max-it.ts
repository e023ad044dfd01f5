import { complainantOf } from '#app/domain/case/states.ts';
import { acceptAnswer } from '#app/usecases/complaints/accept-answer.server.ts';
import { acknowledgeCase } from '#app/usecases/complaints/acknowledge-case.server.ts';
import { answerCase } from '#app/usecases/responses/answer-case.server.ts';
import { screenshot } from '../evidence.ts';
import { localTime } from '../local-time.ts';
import type { Scene, Step } from '../playback.ts';
import type { Staff } from '../staff.ts';
import { liaisonFor, type Story } from './story.ts';

const OPERATOR = 'orange-bf';

/** Assumed: the report ends with "one to several days". */
const ANSWER = {
  items: [
    {
      issue: 'prepaid-credit/paid-not-credited',
      outcome: 'remedied-with-money',
      cause:
        "Le paiement fait dans l'application a été confirmé, mais l'ordre de crédit est resté bloqué entre la plateforme et le compteur.",
      action: "L'ordre a été rejoué à la main et les 1 050 F CFA portés au crédit de la ligne.",
      date: '2024-07-11',
      amount: '1050',
      details: { transaction: 'Transaction rejouée MX-20240711', creditedAt: '2024-07-11T15:30' },
    },
    {
      issue: 'customer-service/broken-promise',
      outcome: 'remedied-without-money',
      cause: "Le rappel promis par le 121 n'a pas été inscrit dans l'agenda de l'équipe.",
      action: 'Les rappels promis sont désormais inscrits pendant l’appel et contrôlés chaque soir.',
      date: '2024-07-11',
      details: { contactedAt: '2024-07-11T15:45', contactedBy: 'équipe du 121' },
    },
  ],
  message:
    'Votre recharge du 9 juillet est créditée. Vérifiez votre solde ; si la somme manque encore, répondez ici et elle sera reprise le jour même.',
};

const TOP_UP = {
  track: 'consumer',
  // Invented, like every person of the examples.
  name: 'Mariam Exemple',
  email: 'mariam@courriel.example',
  lineNumber: '70000100',
  language: 'fr',
  operatorId: OPERATOR,
  service: 'mobile',
  category: 'prepaid-credit',
  issues: ['prepaid-credit/paid-not-credited', 'customer-service/broken-promise'],
  startedAt: '2024-07-09T13:45',
  ongoing: true,
  // Assumed place.
  region: 'BF-03',
  commune: 'Ouagadougou',
  facts: {
    paymentChannel: 'operator-app',
    transactionTime: '2024-07-09T13:45',
    paidAmount: '1050',
    confirmationReceived: 'sms',
  },
  attempts: [
    {
      on: '2024-07-09',
      channel: 'hotline',
      result: 'promised-call-back',
      note: "121 : l'agent confirme l'achat et promet de rappeler.",
    },
    {
      on: '2024-07-09',
      channel: 'hotline',
      result: 'no-answer',
      note: '121, trente minutes plus tard : injoignable, plusieurs numéros essayés.',
    },
    {
      on: '2024-07-09',
      channel: 'hotline',
      result: 'promised-delay',
      note: '121 : payé et confirmé, mais non crédité ; un à plusieurs jours.',
    },
  ],
  narrative:
    "Le 9 juillet 2024 à 13 h 45 j'ai acheté 1 050 F CFA de crédit dans l'application Max it. Le paiement a été confirmé par SMS, mais le crédit n'est jamais arrivé. Le 121 a confirmé l'achat et promis de rappeler ; personne n'a rappelé. Une demi-heure plus tard il était injoignable. Puis on m'a dit : payé mais non crédité, un à plusieurs jours.",
  remedySought: ['credit-or-refund'],
  amount: '1050',
  consentToPublish: true,
};

function* steps(scene: Scene, staff: Staff): Generator<Step> {
  const liaison = liaisonFor(staff, OPERATOR);
  yield {
    at: localTime('2024-07-10', '08:40'),
    actor: liaison,
    command: 'acknowledge',
    give: acknowledgeCase,
  };
  yield {
    at: localTime('2024-07-11', '16:10'),
    actor: liaison,
    command: 'answer',
    give: given => answerCase({ ...given, answer: ANSWER }),
  };
  yield {
    at: localTime('2024-07-12', '09:25'),
    actor: complainantOf(scene.standing.id),
    command: 'accept',
    give: acceptAnswer,
  };
}

/** A prepaid top-up that was paid and confirmed and never credited; dates as reported. */
export function orangeMaxIt(): readonly Story[] {
  const message = ['Max it', 'Achat de credit : 1 050 F CFA', '09/07/2024 13:45', 'Paiement confirme'];
  const example = {
    key: 'orange-max-it',
    // Assumed: filed on the evening of the same day.
    filedAt: localTime('2024-07-09', '18:20'),
    servedAfter: 2,
    evidence: [screenshot('sms-confirmation.png', message)],
    complaint: TOP_UP,
  };
  return [{ example, steps }];
}
