import { addDays } from '#app/domain/shared/plain-date.ts';
import { acknowledgeCase } from '#app/usecases/complaints/acknowledge-case.server.ts';
import { answerCase } from '#app/usecases/responses/answer-case.server.ts';
import { page } from '../evidence.ts';
import { lastWeekday, localTime, workingDayFrom } from '../local-time.ts';
import { type Beginning, liaisonFor, type Story } from './story.ts';

const OPERATOR = 'swisscom';

/** Assumed from the operator's side: the report tells of no answer to this customer. */
function answerOf(day: string, answeredOn: string) {
  return {
    items: [
      {
        issue: 'fixed-outage/line',
        outcome: 'remedied-with-money',
        cause:
          "Une mise à jour de la plateforme de téléphonie fixe a bloqué l'établissement des appels pour tous les clients, privés et commerciaux.",
        action:
          "La mise à jour a été retirée à 10 h 15 ; elle ne sera reprise qu'après un essai sur une plateforme séparée.",
        date: day,
        amount: '45.35',
        proof: 'Avoir 2210045',
        details: { faultStart: `${day}T09:00`, faultEnd: `${day}T10:15`, extent: 'country' },
      },
      {
        issue: 'outage-information/no-notice',
        outcome: 'remedied-without-money',
        cause:
          'Le premier avis nommait le service Business Connect pour toute la Suisse ; la panne générale de la téléphonie fixe n’a été publiée que plus tard.',
        action: 'Votre numéro est inscrit aux avis par SMS et par courriel dès l’ouverture d’un incident.',
        date: answeredOn,
        details: { informedBy: 'website', informedAt: `${day}T09:25` },
      },
    ],
    message:
      'La panne du matin vous a coûté des appels et nous ne vous avons pas prévenu. La somme figure sur votre prochaine facture et les avis vous parviendront désormais par SMS.',
  };
}

/** What the report tells, as the customer would file it. */
function complaintOf(day: string) {
  return {
    // Invented: the report quotes a business customer without naming one here.
    track: 'business',
    organisationName: 'Menuiserie du Lac (exemple)',
    name: 'Aline Chappuis',
    email: 'aline.chappuis@entreprise.example',
    lineNumber: '0210000100',
    language: 'fr',
    operatorId: OPERATOR,
    service: 'fixed',
    category: 'fixed-outage',
    issues: ['fixed-outage/line', 'outage-information/no-notice'],
    startedAt: `${day}T09:00`,
    endedAt: `${day}T10:15`,
    ongoing: false,
    // Assumed place; everybody in the country was concerned.
    region: 'CH-VD',
    commune: 'Lausanne',
    facts: {
      stillDown: 'no',
      earlierFaults: 'yes',
      earlierFaultsDetails: 'Panne de janvier, après laquelle un rabais de 200 francs a été accordé.',
    },
    attempts: [{ on: day, channel: 'hotline', result: 'no-answer' }],
    narrative:
      "De 9 h à 10 h 15, la téléphonie fixe était en panne pour tout le monde, clients privés et entreprises. Le premier avis parlait d'une panne de Business Connect dans toute la Suisse ; il a été corrigé plus tard en panne générale de la téléphonie fixe. Ce qui me dérange, ce n'est pas la panne, c'est que personne ne nous ait rien dit. Après la panne de janvier nous avions reçu 200 francs de rabais.",
    remedySought: ['notification', 'announcement-for-callers', 'compensation'],
    consentToPublish: true,
  };
}

/** Fixed telephony down from 9:00 to 10:15 for everybody; nobody told the customers. */
export function swisscom({ today }: Beginning): readonly Story[] {
  // The report names the hours, not the day.
  const day = lastWeekday(today, 2, 9);
  const filedOn = workingDayFrom(addDays(day, 1));
  const answeredOn = workingDayFrom(addDays(filedOn, 4));
  const log = ['Journal du central', `${day}, 09:00 à 10:15`, 'Appels entrants : 0', 'Appels sortants : 0'];
  const example = {
    key: 'swisscom',
    filedAt: localTime(filedOn, '08:50'),
    servedAfter: 2,
    evidence: [page('appels-manques.pdf', log)],
    complaint: complaintOf(day),
  };
  const steps: Story['steps'] = function* (_scene, staff) {
    const liaison = liaisonFor(staff, OPERATOR);
    yield {
      at: localTime(filedOn, '11:05'),
      actor: liaison,
      command: 'acknowledge',
      give: acknowledgeCase,
    };
    yield {
      at: localTime(answeredOn, '14:30'),
      actor: liaison,
      command: 'answer',
      give: given => answerCase({ ...given, answer: answerOf(day, answeredOn) }),
    };
  };
  return [{ example, steps }];
}
