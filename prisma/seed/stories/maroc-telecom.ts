import { complainantOf } from '#app/domain/case/states.ts';
import { addDays, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { acceptAnswer } from '#app/usecases/complaints/accept-answer.server.ts';
import { acknowledgeCase } from '#app/usecases/complaints/acknowledge-case.server.ts';
import { answerCase } from '#app/usecases/responses/answer-case.server.ts';
import { page, photo } from '../evidence.ts';
import { lastWeekday, localTime, workingDayFrom } from '../local-time.ts';
import { type Beginning, liaisonFor, type Story } from './story.ts';

const OPERATOR = 'maroc-telecom';

/** Invented: the report names neither the person nor the business. */
const COMPLAINANT = {
  track: 'business',
  organisationName: 'Atelier Nakhla (exemple)',
  name: 'Salim Ouarzazi',
  email: 'salim.ouarzazi@entreprise.example',
  lineNumber: '0600000100',
  language: 'fr',
};

interface EarlierFault {
  readonly key: string;
  readonly filedOn: string;
  readonly complaint: Readonly<Record<string, unknown>>;
  readonly answer: object;
}

function faultTimes(day: PlainDate, days: number, extent: string) {
  return { faultStart: `${day}T08:30`, faultEnd: `${addDays(day, days)}T19:10`, extent };
}

function earlierSteps({ filedOn, answer }: EarlierFault): Story['steps'] {
  return function* (scene, staff) {
    const actor = liaisonFor(staff, OPERATOR);
    const acknowledgedOn = workingDayFrom(addDays(filedOn, 1));
    const answeredOn = workingDayFrom(addDays(filedOn, 3));
    const complainant = complainantOf(scene.standing.id);
    yield { at: localTime(acknowledgedOn, '09:40'), actor, command: 'acknowledge', give: acknowledgeCase };
    yield {
      at: localTime(answeredOn, '15:10'),
      actor,
      command: 'answer',
      give: given => answerCase({ ...given, answer }),
    };
    yield {
      at: localTime(addDays(answeredOn, 2), '19:05'),
      actor: complainant,
      command: 'accept',
      give: acceptAnswer,
    };
  };
}

/** Which faults there were is reported; when, where and how they ended is assumed. */
function earlierFault(fault: EarlierFault): Story {
  const { key, filedOn } = fault;
  const complaint = {
    ...COMPLAINANT,
    operatorId: OPERATOR,
    startedAt: `${addDays(filedOn, -2)}T09:00`,
    endedAt: `${addDays(filedOn, -1)}T16:00`,
    region: 'MA-06',
    commune: 'Casablanca',
    attempts: [{ on: addDays(filedOn, -2), channel: 'hotline', result: 'promised-delay' }],
    remedySought: ['restore-service'],
    ...fault.complaint,
  };
  const example = { key, filedAt: localTime(filedOn, '10:20'), servedAfter: 3, complaint };
  return { example, steps: earlierSteps(fault) };
}

function adsl(today: string): Story {
  const filedOn = workingDayFrom(addDays(today, -410));
  const fault = {
    service: 'internet',
    category: 'fixed-outage',
    issues: ['fixed-outage/internet'],
    facts: { stillDown: 'no', numberOfLines: 1 },
    narrative:
      "La connexion ADSL de l'atelier est tombée pendant plus d'un jour. Aucun rendez-vous n'a été proposé.",
  };
  return earlierFault({
    key: 'maroc-telecom-adsl',
    filedOn,
    complaint: fault,
    answer: {
      items: [
        {
          issue: 'fixed-outage/internet',
          outcome: 'remedied-without-money',
          cause:
            'Un équipement ADSL du répartiteur de votre quartier a redémarré sans recharger votre profil de ligne.',
          action: 'Le profil de la ligne a été rechargé et le modem resynchronisé à distance.',
          date: addDays(filedOn, -1),
          details: faultTimes(addDays(filedOn, -2), 2, 'this-line'),
        },
      ],
      message:
        'Votre ligne ADSL fonctionne de nouveau depuis la veille de votre plainte ; la mesure du répartiteur est jointe à votre dossier client.',
    },
  });
}

function mobileData(today: string): Story {
  const filedOn = workingDayFrom(addDays(today, -190));
  const fault = {
    service: 'mobile',
    category: 'mobile-outage',
    issues: ['mobile-outage/data'],
    facts: { area: 'Casablanca', technology: '3g', stillDown: 'no' },
    narrative: 'Plus de données en 3G pendant une journée, alors que mes commandes arrivent par messagerie.',
  };
  return earlierFault({
    key: 'maroc-telecom-3g',
    filedOn,
    complaint: fault,
    answer: {
      items: [
        {
          issue: 'mobile-outage/data',
          outcome: 'explained',
          cause:
            'La mise à jour logicielle de trois antennes a fait tomber les données en 3G pendant une journée.',
          action: 'Les trois antennes sont revenues à la version précédente le soir même.',
          date: addDays(filedOn, -1),
          details: faultTimes(addDays(filedOn, -1), 0, 'area'),
        },
      ],
      message:
        'La mise à jour est reportée et sera faite de nuit, antenne par antenne, pour que vos données ne soient plus coupées en journée.',
    },
  });
}

/** What the report tells of that Thursday, as the customer would file it. */
function complaintOf(thursday: string) {
  return {
    ...COMPLAINANT,
    operatorId: OPERATOR,
    service: 'mobile',
    category: 'mobile-outage',
    issues: ['mobile-outage/voice', 'customer-service/customer-service-unreachable'],
    startedAt: `${thursday}T15:00`,
    ongoing: true,
    region: 'MA-06',
    commune: 'Casablanca',
    facts: {
      area: 'Casablanca (entre autres)',
      stillDown: 'yes',
      foundOutHow: 'own-phone',
      otherNumbersAffected: 'yes',
      earlierFaults: 'yes',
      earlierFaultsDetails: 'Pannes de l’ADSL et de la 3G, chacune signalée à l’opérateur.',
      monthlySpend: '2000',
      lossDescription: 'Achat à 17 h d’un téléphone chez un autre opérateur pour rester joignable.',
    },
    attempts: [
      {
        on: thursday,
        channel: 'hotline',
        result: 'saturated',
        note: 'Ligne professionnelle 3030, 17 h 30 : saturée, rappelez plus tard.',
      },
    ],
    narrative:
      "Le réseau mobile est tombé jeudi à 15 heures. Je suis client professionnel et je dépense 2 000 dirhams par mois. À 17 heures j'ai dû acheter un téléphone chez un autre opérateur pour rester joignable. À 17 h 30 la ligne professionnelle 3030 répondait : saturée, rappelez plus tard. Le lendemain une partie de nos lignes est toujours coupée. Des excuses publiées pour tout le monde ne me répondent pas.",
    remedySought: ['apology', 'compensation'],
    consentToPublish: true,
  };
}

/** The outage of a Thursday, filed on the day after: the operator has yet to answer it. */
function outage(today: string): Story {
  const thursday = lastWeekday(today, 4, 2);
  const friday = addDays(thursday, 1);
  // Assumed: the report says that a phone was bought, not what it cost or how that is proven.
  const receipt = [
    'Reçu',
    `Le ${thursday}, 17:00`,
    'Téléphone avec carte SIM, autre opérateur',
    'Payé : 499,00 MAD',
  ];
  const example = {
    key: 'maroc-telecom',
    filedAt: localTime(friday, '10:40'),
    servedAfter: 2,
    evidence: [page('recu-telephone.pdf', receipt), photo('ecran-sans-service.jpg', [33.58, -7.6])],
    complaint: complaintOf(thursday),
  };
  const steps: Story['steps'] = function* (_scene, staff) {
    yield {
      at: localTime(friday, '14:30'),
      actor: liaisonFor(staff, OPERATOR),
      command: 'acknowledge',
      give: acknowledgeCase,
    };
  };
  return { example, steps };
}

/** A business customer whose operator fails again: two smaller faults on the record, then the outage. */
export function marocTelecom({ today }: Beginning): readonly Story[] {
  return [adsl(today), mobileData(today), outage(today)];
}
