import { complainantOf } from '#app/domain/case/states.ts';
import { addDays } from '#app/domain/shared/plain-date.ts';
import { acknowledgeCase } from '#app/usecases/complaints/acknowledge-case.server.ts';
import { disputeAnswer } from '#app/usecases/complaints/dispute-answer.server.ts';
import { answerCase } from '#app/usecases/responses/answer-case.server.ts';
import { screenshot } from '../evidence.ts';
import { lastWeekday, localTime } from '../local-time.ts';
import { type Beginning, liaisonFor, type Story } from './story.ts';

const OPERATOR = 'orange';
const ISSUES = ['platform-outage/e-mail', 'outage-information/no-notice'];

interface Reporter {
  readonly key: string;
  readonly time: string;
  readonly place: Readonly<Record<'region' | 'commune', string>>;
  readonly complaint: Readonly<Record<string, unknown>>;
}

/** People are invented; the three places are reported. */
const REPORTERS: readonly Reporter[] = [
  {
    key: 'orange-mail-lille',
    time: '10:50',
    place: { region: 'FR-HDF', commune: 'Lille' },
    complaint: {
      track: 'consumer',
      name: 'Agathe Exemple',
      email: 'agathe@courriel.example',
      lineNumber: '0639980101',
      language: 'fr',
      facts: { stillDown: 'yes', contentLost: 'no', errorText: 'Service momentanément indisponible' },
      narrative:
        "Depuis mardi matin, ma boîte aux lettres et le portail de l'opérateur ne répondent plus. Rien n'est annoncé sur son site. Au téléphone on me dit que la panne est limitée, alors que le journal local reçoit des appels de toute la région.",
      remedySought: ['restore-service', 'notification'],
    },
  },
  {
    key: 'orange-mail-mont-de-marsan',
    time: '11:30',
    place: { region: 'FR-NAQ', commune: 'Mont-de-Marsan' },
    complaint: {
      track: 'business',
      organisationName: 'Cabinet des Tilleuls (exemple)',
      name: 'Inès Exemple',
      email: 'ines@entreprise.example',
      lineNumber: '0639980102',
      language: 'fr',
      facts: { stillDown: 'yes', usersAffected: 4, contentLost: 'unknown' },
      narrative:
        "Nos clients nous écrivent à une adresse de l'opérateur. Depuis mardi matin elle ne fonctionne plus, et je ne peux pas savoir quels messages sont perdus : ceux qui les ont envoyés n'ont reçu aucune erreur.",
      remedySought: ['restore-service', 'explanation', 'compensation'],
    },
  },
  {
    key: 'orange-mail-chalon',
    time: '12:15',
    place: { region: 'FR-BFC', commune: 'Chalon-sur-Saône' },
    complaint: {
      track: 'consumer',
      name: 'Paul Example',
      email: 'paul@courriel.example',
      lineNumber: '0639980103',
      language: 'en',
      facts: { stillDown: 'yes', contentLost: 'unknown' },
      narrative:
        'The mailbox and the whole platform have been down since Tuesday morning. There is no notice on the operator’s site, and the call centre plays it down.',
      remedySought: ['restore-service', 'notification'],
    },
  },
];

/** The statement's extent is reported; its wording, and that it came as an answer, are assumed. */
function minimisingAnswer(tuesday: string) {
  return {
    items: [
      {
        issue: 'platform-outage/e-mail',
        outcome: 'explained',
        cause: "Une grappe de serveurs de messagerie s'est arrêtée ; l'incident est limité au Grand Est.",
        action: 'La grappe a été redémarrée dans la soirée et les messages en attente ont été remis.',
        date: tuesday,
        details: { faultStart: `${tuesday}T08:10`, faultEnd: `${tuesday}T19:40`, extent: 'region' },
      },
      {
        issue: 'outage-information/no-notice',
        outcome: 'explained',
        cause: "Aucun avis n'a été publié parce que l'incident ne concernait qu'une région.",
        action: 'La page des incidents est relue et sera mise à jour lors du prochain comité.',
        date: addDays(tuesday, 1),
        details: { informedBy: 'not-informed' },
      },
    ],
    message:
      'Votre boîte aux lettres fonctionne de nouveau. Les messages reçus pendant la coupure vous ont été remis dans leur ordre d’arrivée.',
  };
}

function* disputed(tuesday: string, caseId: string, liaison: ReturnType<typeof liaisonFor>) {
  const answer = minimisingAnswer(tuesday);
  yield {
    at: localTime(addDays(tuesday, 2), '10:00'),
    actor: liaison,
    command: 'answer',
    give: (given: Parameters<typeof acknowledgeCase>[0]) => answerCase({ ...given, answer }),
  } as const;
  yield {
    at: localTime(addDays(tuesday, 2), '20:40'),
    actor: complainantOf(caseId),
    command: 'dispute',
    give: (given: Parameters<typeof acknowledgeCase>[0]) =>
      disputeAnswer({
        ...given,
        issues: ISSUES,
        reasons: ['facts-wrong'],
        explanation: "Je suis à Lille, dans les Hauts-de-France : la panne n'était pas limitée au Grand Est.",
        files: [],
      }),
  } as const;
}

function complaintOf({ complaint, place }: Reporter, tuesday: string) {
  return {
    ...complaint,
    ...place,
    operatorId: OPERATOR,
    service: 'email-hosting',
    category: 'platform-outage',
    issues: ISSUES,
    // "Tuesday morning": the hour is assumed.
    startedAt: `${tuesday}T08:00`,
    ongoing: true,
    attempts: [
      {
        on: tuesday,
        channel: 'hotline',
        result: 'other',
        note: "Le centre d'appels minimise l'étendue de la panne.",
      },
    ],
    consentToPublish: true,
  };
}

function storyOf(reporter: Reporter, tuesday: string): Story {
  const { key, time } = reporter;
  const error = ['Messagerie', 'Service momentanement indisponible', tuesday];
  const example = {
    key,
    filedAt: localTime(tuesday, time),
    servedAfter: 3,
    evidence: [screenshot(`erreur-${key}.png`, error)],
    complaint: complaintOf(reporter, tuesday),
  };
  const steps: Story['steps'] = function* (scene, staff) {
    const actor = liaisonFor(staff, OPERATOR);
    const at = localTime(addDays(tuesday, 1), '09:20');
    yield { at, actor, command: 'acknowledge', give: acknowledgeCase };
    if (key === 'orange-mail-lille') yield* disputed(tuesday, scene.standing.id, actor);
  };
  return { example, steps };
}

/** Mailboxes down across the country: reports from three places, and a statement that they contradict. */
export function orangeMail({ today }: Beginning): readonly Story[] {
  const tuesday = lastWeekday(today, 2, 4);
  return REPORTERS.map(reporter => storyOf(reporter, tuesday));
}
