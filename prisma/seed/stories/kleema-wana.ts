import { complainantOf } from '#app/domain/case/states.ts';
import { approvePublicText } from '#app/usecases/collective/approve-public-text.server.ts';
import { proposePublicText } from '#app/usecases/collective/propose-public-text.server.ts';
import { acknowledgeCase } from '#app/usecases/complaints/acknowledge-case.server.ts';
import { claimantOf } from '#app/usecases/complaints/claimant.ts';
import { decideInterim } from '#app/usecases/complaints/decide-interim.server.ts';
import { disputeAnswer } from '#app/usecases/complaints/dispute-answer.server.ts';
import { startReview } from '#app/usecases/complaints/start-review.server.ts';
import { answerCase } from '#app/usecases/responses/answer-case.server.ts';
import { page } from '../evidence.ts';
import { localTime } from '../local-time.ts';
import type { Scene, Step } from '../playback.ts';
import type { Staff } from '../staff.ts';
import { inventSupporters } from '../supporters.ts';
import { liaisonFor, type Story } from './story.ts';

/** Wana is a brand of this operator today. */
const RESPONDENT = 'inwi';
const CLAIMANT = 'kleema';

/** Assumed: the report mentions the contract, not what is in it. */
const CONTRACT = {
  ...page('contrat-kleema-wana.pdf', [
    "Contrat d'interconnexion (exemple)",
    "Durée : jusqu'au 1er mars 2011",
    'Annexe tarifaire : 0,38 MAD par minute',
  ]),
  withheldAs: 'Contrat d’interconnexion entre les parties, avec son annexe tarifaire',
};

/** From the report: the two reasons given one after the other, and the contract's end. */
const TERMINATION = {
  outcome: 'rejected',
  cause:
    'Le contrat a été résilié le vendredi 11 septembre à 13 heures pour inexécution de ses obligations par Kleema, après la coupure annoncée comme panne technique le lundi 7 à 17 heures.',
};

const DISPUTE = {
  track: 'wholesale',
  organisationName: 'Kleema',
  name: 'Direction juridique de Kleema',
  email: 'juridique@kleema.example',
  language: 'fr',
  operatorId: RESPONDENT,
  service: 'interconnection',
  category: 'interconnection',
  issues: ['interconnection/refusal', 'interconnection/unilateral-termination'],
  startedAt: '2009-09-07T17:00',
  ongoing: true,
  // Assumed: the report names no place.
  region: 'MA-06',
  facts: {
    agreement: "Contrat d'interconnexion et de vente en gros entre Kleema et Wana",
    agreementEnds: '2011-03-01',
    reasonGiven:
      '« Panne technique » du lundi 7 septembre 2009, 17 h, au vendredi 11 septembre 2009, 13 h, puis « inexécution du contrat ».',
    // Assumed: the report gives no dates of talks.
    negotiationDates: 'Échanges du 8 au 11 septembre 2009, sans résultat.',
    subscribersAffected: 50_000,
    interimMeasure: 'yes',
    interimMeasureAsked: 'Rétablissement du service de départ jusqu’à la décision.',
    confidentialAnnexes: 'yes',
    // Assumed: wholesale prices are usually a business secret.
    confidentialityReason: 'Le contrat contient les tarifs de gros, qui sont un secret d’affaires.',
  },
  attempts: [],
  narrative:
    "Kleema vend des appels vers le Maroc. Le lundi 7 septembre 2009 à 17 heures, son partenaire Wana a coupé l'acheminement en parlant d'une panne technique. Le vendredi 11 septembre à 13 heures, il a résilié le contrat, qui courait jusqu'au 1er mars 2011. Cinquante mille abonnés sont privés de service.",
  remedySought: ['interim-restoration', 'damages'],
  consentToPublish: false,
};

/** Assumed; the reasons are the reported ones. */
const ANSWER = {
  items: [
    { issue: 'interconnection/unilateral-termination', ...TERMINATION },
    {
      issue: 'interconnection/refusal',
      outcome: 'explained',
      cause:
        "L'acheminement a cessé avec la résiliation ; avant elle, un équipement de transit était arrêté.",
      action: 'Une réunion technique est proposée pour le raccordement direct des abonnés concernés.',
    },
  ],
  message:
    'Wana maintient la résiliation et décrit ci-dessus, point par point, les motifs et les dates qui la fondent.',
};

/** Assumed: the report ends with the petition. */
function* disputeSteps(scene: Scene, staff: Staff): Generator<Step> {
  const liaison = liaisonFor(staff, RESPONDENT);
  yield {
    at: localTime('2009-09-15', '10:00'),
    actor: liaison,
    command: 'acknowledge',
    give: acknowledgeCase,
  };
  yield {
    at: localTime('2009-09-24', '15:00'),
    actor: staff.officer,
    command: 'decide-interim',
    give: given =>
      decideInterim({
        ...given,
        decision: 'refused',
        reasons:
          'La coupure précède la demande d’une semaine et un rétablissement préjugerait du fond ; le différend est instruit en priorité.',
      }),
  };
  yield {
    at: localTime('2009-10-08', '16:20'),
    actor: liaison,
    command: 'answer',
    give: given => answerCase({ ...given, answer: ANSWER }),
  };
  yield {
    at: localTime('2009-10-12', '12:00'),
    actor: claimantOf(liaisonFor(staff, CLAIMANT), scene.standing.id),
    command: 'dispute',
    give: given =>
      disputeAnswer({
        ...given,
        issues: ['interconnection/unilateral-termination'],
        reasons: ['facts-wrong'],
        explanation:
          "La coupure a précédé de quatre jours la résiliation : l'inexécution n'a été invoquée qu'ensuite.",
        files: [],
      }),
  };
  yield {
    at: localTime('2009-10-14', '09:30'),
    actor: staff.officer,
    command: 'take-under-review',
    give: startReview,
  };
}

/** Assumed: a subscriber's own complaint beside the petition; person and place are invented. */
const SUBSCRIBER = {
  track: 'consumer',
  name: 'Latifa Exemple',
  email: 'latifa@courriel.example',
  lineNumber: '0500000101',
  language: 'fr',
  operatorId: RESPONDENT,
  service: 'fixed',
  category: 'fixed-outage',
  issues: ['fixed-outage/line'],
  startedAt: '2009-09-07T17:00',
  ongoing: true,
  region: 'MA-06',
  facts: { stillDown: 'yes', numberOfLines: 1 },
  attempts: [{ on: '2009-09-10', channel: 'hotline', result: 'no-answer' }],
  narrative:
    "Abonnée de Kleema, je n'ai plus de service depuis le lundi 7 septembre à 17 heures. On a parlé d'une panne technique, puis plus rien. Nous sommes cinquante mille et une pétition circule.",
  remedySought: ['restore-service', 'damages'],
  consentToPublish: true,
};

function* subscriberSteps(_scene: Scene, staff: Staff): Generator<Step> {
  yield {
    at: localTime('2009-09-18', '11:30'),
    actor: staff.officer,
    command: 'take-under-review',
    give: startReview,
  };
}

/** Assumed: the petition as a collective complaint; the association is invented. */
const PETITION = {
  ...SUBSCRIBER,
  track: 'collective',
  name: 'Rachid Exemple',
  email: 'abonnes-kleema@courriel.example',
  lineNumber: '0500000102',
  organisationName: 'Association des abonnés de Kleema (exemple)',
  narrative:
    'Au nom des abonnés de Kleema : cinquante mille lignes ne peuvent plus appeler depuis le lundi 7 septembre à 17 heures. Personne ne nous a prévenus ni proposé de solution.',
};

const PUBLIC_TEXT = {
  title: 'Kleema : 50 000 abonnés sans service',
  body: 'Depuis le lundi 7 septembre 2009 à 17 heures, les abonnés de Kleema ne peuvent plus appeler. Une « panne technique » a d’abord été annoncée, puis le contrat entre les deux opérateurs a été résilié.\n\nNous demandons le rétablissement du service, une information claire à tous les abonnés et un dédommagement pour les jours perdus.',
};

function* petitionSteps(scene: Scene, staff: Staff): Generator<Step> {
  const { id } = scene.standing;
  yield {
    at: localTime('2009-09-17', '09:40'),
    actor: complainantOf(id),
    command: 'propose-public-text',
    give: given =>
      proposePublicText({
        ...given,
        text: {
          ...PUBLIC_TEXT,
          language: 'fr',
          body: `${PUBLIC_TEXT.body}\n\nContact : Rachid, 05 00 00 01 02.`,
        },
      }),
  };
  yield {
    at: localTime('2009-09-17', '15:10'),
    actor: staff.officer,
    command: 'approve-public-text',
    give: async given => {
      const approved = await approvePublicText({ ...given, ...PUBLIC_TEXT });
      await inventSupporters(id, '2009-09-17');
      return approved;
    },
  };
  yield {
    at: localTime('2009-09-21', '10:00'),
    actor: staff.officer,
    command: 'take-under-review',
    give: startReview,
  };
}

/** An operator cut off by its partner, and one of the subscribers who were stranded; dates as reported. */
export function kleemaWana(): readonly Story[] {
  const dispute = {
    key: 'kleema-wana',
    // Assumed: filed on the Monday after the termination.
    filedAt: localTime('2009-09-14', '11:00'),
    servedAfter: 5,
    complaint: DISPUTE,
    filedByOperator: CLAIMANT,
    evidence: [CONTRACT],
  };
  const subscriber = {
    key: 'kleema-subscriber',
    filedAt: localTime('2009-09-16', '20:15'),
    servedAfter: 4,
    complaint: SUBSCRIBER,
  };
  const petition = {
    key: 'kleema-petition',
    filedAt: localTime('2009-09-17', '08:30'),
    servedAfter: 4,
    complaint: PETITION,
  };
  return [
    { example: dispute, steps: disputeSteps },
    { example: subscriber, steps: subscriberSteps },
    { example: petition, steps: petitionSteps },
  ];
}
