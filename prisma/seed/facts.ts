import { addDays, type PlainDate } from '#app/domain/shared/plain-date.ts';
import type { Category } from '#app/domain/taxonomy/taxonomy.ts';
import { amountAround, amountText } from './money.ts';
import type { Random } from './random.ts';
import type { ComplainantTexts } from './texts/index.ts';

/** What the facts of an invented complaint are made of. */
export interface FactsContext {
  readonly random: Random;
  readonly texts: ComplainantTexts;
  /** Day on which the trouble began. */
  readonly startedOn: PlainDate;
  /** Day of filing. */
  readonly filedOn: PlainDate;
  readonly ongoing: boolean;
  readonly commune: string;
  /** The operator concerned and another one. */
  readonly operators: readonly [string, string];
  readonly lineNumber: string;
}

type Facts = Readonly<Record<string, unknown>>;

function yesNo(ongoing: boolean): 'yes' | 'no' {
  return ongoing ? 'yes' : 'no';
}

function mobileOutage({ random, ongoing, commune }: FactsContext): Facts {
  return {
    area: commune,
    setting: random.pick(['indoors', 'outdoors', 'both']),
    signal: random.pick(['no-bars', 'few-bars', 'bars-without-service', 'unknown']),
    technology: random.pick(['3g', '4g', '4g', '5g', 'unknown']),
    otherNumbersAffected: random.pick(['yes', 'yes', 'unknown']),
    stillDown: yesNo(ongoing),
    foundOutHow: random.pick(['own-phone', 'told-by-others', 'media']),
  };
}

function fixedOutage({ random, ongoing, lineNumber }: FactsContext): Facts {
  return {
    lineId: lineNumber,
    numberOfLines: random.integer(1, 3),
    stillDown: yesNo(ongoing),
    restorationTimeAgreed: random.pick(['no', 'unknown']),
    backupUsed: random.pick(['none', 'mobile', 'none']),
  };
}

function prepaidCredit({ random, startedOn, lineNumber }: FactsContext): Facts {
  return {
    paymentChannel: random.pick(['operator-app', 'ussd', 'scratch-card', 'shop', 'mobile-money']),
    transactionId: `T${random.integer(10_000_000, 99_999_999)}`,
    transactionTime: `${startedOn}T${String(random.integer(7, 20)).padStart(2, '0')}:${random.pick(['05', '18', '32', '47'])}`,
    paidAmount: amountText(amountAround(random, 0.3)),
    numberCredited: lineNumber,
    confirmationReceived: random.pick(['sms', 'sms', 'app', 'none']),
  };
}

function platformOutage({ random, ongoing }: FactsContext): Facts {
  return {
    stillDown: yesNo(ongoing),
    usersAffected: random.integer(1, 20),
    contentLost: random.pick(['no', 'unknown', 'unknown']),
  };
}

function outageInformation({ random, texts, startedOn }: FactsContext): Facts {
  return {
    outageMeant: random.pick(texts.outages),
    channelsLookedAt: random.pick([
      ['website'],
      ['website', 'app'],
      ['hotline', 'social-media'],
      ['website', 'hotline'],
    ]),
    lookedAt: `${startedOn}T0${random.integer(7, 8)}:30`,
    preferredNotice: random.pick([['sms'], ['sms', 'e-mail'], ['app']]),
  };
}

function billing({ random, texts, filedOn }: FactsContext): Facts {
  const expected = amountAround(random, 1);
  return {
    billNumber: `F-${random.integer(100_000, 999_999)}`,
    billFrom: addDays(filedOn, -75),
    billTo: addDays(filedOn, -45),
    billedAmount: amountText(expected + amountAround(random, 0.5)),
    expectedAmount: amountText(expected),
    disputedLines: random.pick(texts.billLines),
  };
}

function contract({ random, filedOn }: FactsContext): Facts {
  const noticeGiven = random.pick(['yes', 'no', 'unknown']);
  return {
    contractReference: `C-${random.integer(100_000, 999_999)}`,
    contractDate: addDays(filedOn, -random.integer(90, 700)),
    noticeGiven,
    ...(noticeGiven === 'yes' ? { noticeDate: addDays(filedOn, -random.integer(30, 80)) } : {}),
    appointmentsMade: 'no',
  };
}

function portability({ random, operators, startedOn }: FactsContext): Facts {
  return {
    donor: operators[0],
    recipient: operators[1],
    portingRequestedOn: startedOn,
    portingRejected: random.pick(['no', 'unknown']),
    withoutService: 'no',
  };
}

function coverage({ random, commune, filedOn }: FactsContext): Facts {
  const measured = random.chance(0.5);
  return {
    area: commune,
    setting: random.pick(['indoors', 'both', 'outdoors']),
    technology: random.pick(['4g', '5g', 'unknown']),
    measured: yesNo(measured),
    ...(measured
      ? {
          measurementTool: 'nPerf',
          measurementTime: `${addDays(filedOn, -2)}T21:10`,
          downloadSpeed: random.integer(1, 9),
          uploadSpeed: random.integer(1, 4),
          latency: random.integer(45, 320),
        }
      : {}),
  };
}

function roaming({ random, startedOn }: FactsContext): Facts {
  return {
    countryVisited: random.pick(['Espagne', 'Turquie', 'Italie', 'Portugal', 'Sénégal']),
    travelFrom: startedOn,
    travelTo: addDays(startedOn, random.integer(3, 8)),
    roamingActivated: random.pick(['yes', 'unknown']),
    warningsReceived: ['none'],
    dataUsed: random.integer(40, 4_000),
    billedAmount: amountText(amountAround(random, 4)),
  };
}

function customerService({ random, texts }: FactsContext): Facts {
  return {
    originalProblem: random.pick(texts.earlierProblems),
    contactsCount: random.integer(2, 9),
    longestWait: random.integer(8, 55),
    contactChannels: random.pick([['hotline'], ['hotline', 'shop'], ['app', 'e-mail']]),
    ticketGiven: random.pick(['yes', 'no']),
    promiseMade: 'no',
  };
}

function privacyFraud({ random }: FactsContext): Facts {
  const loss = random.chance(0.35);
  return {
    contactKind: random.pick(['call', 'sms', 'messaging-app', 'none']),
    lossSuffered: yesNo(loss),
    ...(loss ? { lostAmount: amountText(amountAround(random, 6)) } : {}),
    reportedTo: random.pick([['police'], ['bank', 'police'], ['none']]),
    simSuspended: 'no',
  };
}

function interconnection({ random, filedOn }: FactsContext): Facts {
  return {
    agreement: 'Convention d’interconnexion, annexe tarifaire',
    agreementEnds: addDays(filedOn, random.integer(90, 500)),
    trafficFigures: 'Douze millions de minutes par mois, en hausse de quatre pour cent',
    negotiationDates: `Réunions du ${addDays(filedOn, -60)} et du ${addDays(filedOn, -25)}, sans accord`,
    subscribersAffected: random.integer(4, 90) * 1_000,
    interimMeasure: 'no',
    confidentialAnnexes: 'no',
  };
}

const MAKERS: Readonly<Record<Category, (context: FactsContext) => Facts>> = {
  'mobile-outage': mobileOutage,
  'fixed-outage': fixedOutage,
  'prepaid-credit': prepaidCredit,
  'platform-outage': platformOutage,
  'outage-information': outageInformation,
  billing,
  contract,
  roaming,
  'number-portability': portability,
  'coverage-quality': coverage,
  'customer-service': customerService,
  'privacy-fraud': privacyFraud,
  interconnection,
};

/** The facts of a category, as a form would send them. */
export function factsFor(category: Category, context: FactsContext): Facts {
  return MAKERS[category](context);
}
