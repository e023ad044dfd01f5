import type { OperatorEntry, Profile } from '#app/domain/profile/profile.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { addDays } from '#app/domain/shared/plain-date.ts';
import type { CategoryDefinition, Service, Track } from '#app/domain/taxonomy/definition.ts';
import {
  CATEGORIES,
  type Category,
  type IssueAddress,
  issuesOf,
  partsOfIssue,
} from '#app/domain/taxonomy/taxonomy.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { factsFor } from './facts.ts';
import type { Example } from './file-example.ts';
import { localLater, timeBetween } from './local-time.ts';
import { amountAround, amountText } from './money.ts';
import { businessOf, personOf } from './people.ts';
import { PLACES } from './places.ts';
import type { Planned } from './plan.ts';
import { type Random, randomFrom } from './random.ts';
import { COMPLAINANT_TEXTS } from './texts/index.ts';

const LANGUAGES: Readonly<Record<Profile['id'], readonly (readonly [Language, number])[]>> = {
  ma: [
    ['fr', 56],
    ['ar', 40],
    ['en', 4],
  ],
  ch: [
    ['de', 66],
    ['fr', 28],
    ['en', 6],
  ],
  bf: [
    ['fr', 95],
    ['en', 5],
  ],
  fr: [
    ['fr', 91],
    ['en', 6],
    ['ar', 3],
  ],
};

const REMEDIES: Readonly<Record<Category, readonly string[]>> = {
  'mobile-outage': ['restore-service', 'compensation'],
  'fixed-outage': ['restore-service', 'compensation'],
  'prepaid-credit': ['credit-or-refund'],
  'platform-outage': ['restore-service', 'explanation'],
  'outage-information': ['notification', 'explanation'],
  billing: ['correct-bill', 'credit-or-refund'],
  contract: ['cancel-contract', 'compensation'],
  roaming: ['correct-bill'],
  'number-portability': ['complete-porting'],
  'coverage-quality': ['restore-service', 'cancel-contract'],
  'customer-service': ['apology', 'explanation'],
  'privacy-fraud': ['protect-number', 'compensation'],
  interconnection: ['interim-restoration', 'damages'],
};

/** How many different people complain: some come back. */
const PEOPLE = 420;

/** Operators of the retail market, which everything but a dispute of the past is about. */
export function retailOperators(profile: Profile): readonly OperatorEntry[] {
  return profile.operators.filter(({ hidden, services }) => hidden !== true && services.includes('mobile'));
}

function operatorFor(category: Category, random: Random): OperatorEntry {
  const definition: CategoryDefinition = CATEGORIES[category];
  const able = retailOperators(activeProfile()).filter(({ services }) =>
    services.some(service => definition.services.includes(service)),
  );
  // The smaller an operator, the more complaints per line: square roots keep the small ones in sight.
  return random.weighted(able.map(operator => [operator, Math.sqrt(operator.subscribers)] as const));
}

function issueFor(category: Category, language: Language, random: Random): IssueAddress {
  const { narratives } = COMPLAINANT_TEXTS[language];
  const told = issuesOf(category).filter(issue => narratives[issue] !== undefined);
  return random.pick(told.length > 0 ? told : issuesOf(category));
}

/** An issue of another category that often comes with the first. */
function furtherIssue(category: Category, random: Random): readonly IssueAddress[] {
  if (category === 'interconnection' || category === 'customer-service' || !random.chance(0.22)) return [];
  const outage = category.endsWith('-outage');
  return [outage ? 'outage-information/no-notice' : 'customer-service/broken-promise'];
}

const WHOLESALE_STORY =
  'Les négociations sur la capacité d’interconnexion durent depuis deux mois sans accord, et le trafic est écrêté chaque soir.';

function narrativeFor(issue: IssueAddress, language: Language, random: Random): string {
  const { narratives, closings } = COMPLAINANT_TEXTS[language];
  const story = narratives[issue] ?? WHOLESALE_STORY;
  return random.chance(0.7) ? `${story} ${random.pick(closings)}` : story;
}

function trackFor(category: Category, random: Random): Track {
  if (category === 'interconnection') return 'wholesale';
  return random.chance(0.15) ? 'business' : 'consumer';
}

/** Matters in which people turn to the regulator within days, and may. */
function isPressing(category: Category): boolean {
  return category.endsWith('-outage') || category === 'outage-information' || category === 'prepaid-credit';
}

interface Past {
  /** As the form has it. */
  readonly startedAt: string;
  readonly ongoing: boolean;
  readonly endedAt?: string;
  readonly attempts: readonly object[];
}

function pressingPast({ filedOn, outage }: Planned, random: Random): Past {
  const startedOn = outage ? filedOn : addDays(filedOn, -random.integer(1, 6));
  const startedAt = outage
    ? `${startedOn}T06:40`
    : `${startedOn}T${String(random.integer(7, 16)).padStart(2, '0')}:15`;
  const ongoing = outage === true || random.chance(0.4);
  const result = random.pick(['saturated', 'no-answer', 'promised-delay']);
  return {
    startedAt,
    ongoing,
    ...(ongoing ? {} : { endedAt: localLater(startedAt, random.integer(90, 400)) }),
    attempts: [{ on: startedOn, channel: random.pick(['hotline', 'app', 'social-media']), result }],
  };
}

function longPast({ filedOn }: Planned, random: Random): Past {
  const startedAt = `${addDays(filedOn, -random.integer(52, 80))}T09:00`;
  const ongoing = random.chance(0.85);
  const first = {
    on: addDays(filedOn, -random.integer(33, 50)),
    channel: 'hotline',
    result: random.pick(['promised-delay', 'no-answer', 'ticket-opened']),
  };
  const second = {
    on: addDays(filedOn, -random.integer(4, 20)),
    channel: random.pick(['shop', 'app', 'e-mail', 'hotline']),
    result: random.pick(['refused', 'promised-call-back', 'partly-solved']),
  };
  return {
    startedAt,
    ongoing,
    ...(ongoing ? {} : { endedAt: localLater(startedAt, random.integer(1_500, 20_000)) }),
    attempts: random.chance(0.5) ? [first] : [first, second],
  };
}

/** Which complainant writes, in which language. */
function writer(profile: Profile, random: Random, { track, language }: { track: Track; language: Language }) {
  const index = random.integer(1, PEOPLE);
  const person = personOf(profile.id, language, {
    index,
    random: randomFrom(`person/${profile.id}/${index}`),
  });
  const organisation = track === 'consumer' ? {} : { organisationName: businessOf(profile.id, random) };
  return { ...person, language, ...organisation };
}

/** The service that an issue is about, where its category has several. */
const SERVICES: Readonly<Partial<Record<IssueAddress, Service>>> = {
  'mobile-outage/mobile-money': 'mobile-money',
  'fixed-outage/internet': 'internet',
  'fixed-outage/leased-line': 'leased-line',
  'prepaid-credit/mobile-money-transfer': 'mobile-money',
  'platform-outage/e-mail': 'email-hosting',
  'platform-outage/hosting': 'email-hosting',
  'platform-outage/tv': 'tv',
  'contract/mis-selling': 'internet',
  'contract/installation-delay': 'internet',
  'contract/equipment': 'internet',
  'coverage-quality/speed': 'internet',
  'coverage-quality/latency': 'internet',
};

function serviceFor(operator: OperatorEntry, issue: IssueAddress): Service {
  const definition: CategoryDefinition = CATEGORIES[partsOfIssue(issue).category];
  const offered = operator.services.filter(service => definition.services.includes(service));
  return offered.find(service => service === SERVICES[issue]) ?? offered[0] ?? 'mobile';
}

function whereAndWhom(plan: Planned, random: Random) {
  const profile = activeProfile();
  const operators = retailOperators(profile);
  const operator = operators.find(({ id }) => id === plan.operatorId) ?? operatorFor(plan.category, random);
  const other = operators.find(({ id }) => id !== operator.id) ?? operator;
  const places = PLACES[profile.id];
  const weighted = places.map(place => [place, place.weight] as const);
  const { region, communes } = random.weighted(plan.outage ? weighted.slice(0, 1) : weighted);
  return { operator, other, region, commune: random.pick(communes) };
}

function languageFor({ category, language }: Planned, random: Random): Language {
  const spoken = random.weighted(LANGUAGES[activeProfile().id]);
  return language ?? (category === 'interconnection' ? 'fr' : spoken);
}

const SMS_NUMBERS: Readonly<Record<Profile['id'], string>> = {
  ma: '+212600000142',
  ch: '+41790000142',
  bf: '+22670000142',
  fr: '+33639980142',
};

/** The complaint of a planned case, as its form would send it. */
export function inventedComplaint(plan: Planned): Example {
  const profile = activeProfile();
  const random = randomFrom(`complaint/${profile.id}/${plan.key}`);
  const { key, category, filedOn } = plan;
  const { operator, other, region, commune } = whereAndWhom(plan, random);
  const language = languageFor(plan, random);
  const track = trackFor(category, random);
  const issue = issueFor(category, language, random);
  const person = writer(profile, random, { track, language });
  const past = isPressing(category) ? pressingPast(plan, random) : longPast(plan, random);
  const facts = factsFor(category, {
    random,
    texts: COMPLAINANT_TEXTS[language],
    startedOn: past.startedAt.slice(0, 10),
    filedOn,
    ongoing: past.ongoing,
    commune,
    operators: [operator.name, other.name],
    lineNumber: person.lineNumber,
  });
  // Who waits for a visitor's turn hears of it by SMS as well, at a number that nobody has.
  const reached = plan.language ? { phone: SMS_NUMBERS[profile.id], notifyBySms: 'on' } : {};
  const complaint = {
    ...person,
    ...reached,
    ...past,
    ...{ track, operatorId: operator.id, category, region, commune, facts },
    service: serviceFor(operator, issue),
    issues: [issue, ...furtherIssue(category, random)],
    vulnerability: random.chance(plan.ordinary ? 0 : 0.04)
      ? [random.pick(['health', 'work', 'care-of-others'])]
      : [],
    narrative: narrativeFor(issue, language, random),
    remedySought: REMEDIES[category],
    ...(random.chance(0.55) ? { amount: amountText(amountAround(random, 1.1)) } : {}),
    consentToPublish: random.chance(0.6),
  };
  const filedAt = timeBetween(random, filedOn, [9, plan.ordinary ? 16 : 21]);
  const servedAfter = plan.undeliverable ? null : random.integer(1, 6);
  const filed = track === 'wholesale' ? { filedByOperator: other.id } : {};
  return { key, complaint, filedAt, servedAfter, ...filed };
}
