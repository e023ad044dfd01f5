import type { ProfileId } from '#app/domain/profile/profile.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { addDays, type PlainDate, weekdayOf } from '#app/domain/shared/plain-date.ts';
import type { Category } from '#app/domain/taxonomy/taxonomy.ts';
import type { Course } from './life.ts';
import { lastWeekday } from './local-time.ts';
import { type Random, randomFrom } from './random.ts';

/** One invented case before it is written: when, about what, and what becomes of it. */
export interface Planned {
  readonly key: string;
  readonly filedOn: PlainDate;
  readonly category: Category;
  readonly course: Course;
  /** The case goes to this operator instead of any one. */
  readonly operatorId?: string;
  /** Everybody concerned by the large outage lives in one region. */
  readonly outage?: boolean;
  readonly undeliverable?: boolean;
  /** Filed in the morning and not urgent, so that its deadline is the usual one. */
  readonly ordinary?: boolean;
  /** Its complainant writes in this language instead of any. */
  readonly language?: Language;
}

/** Days over which the invented cases are spread: a year and a half. */
export const SPAN_DAYS = 546;
/** Cases that come in as they do in life, and those of the day of the large outage. */
const ORDINARY = 410;
const OUTAGE = 40;
const OUTAGE_DAYS_AGO = 130;
/** Within so many days there are more cases, so that the queues look alive. */
const RECENT_DAYS = 24;

/** Monday to Sunday. */
const WEEK = [1.3, 1.15, 1.1, 1.05, 0.95, 0.45, 0.3];

type Weights<T> = readonly (readonly [T, number])[];

const CATEGORIES: Weights<Category> = [
  ['mobile-outage', 11],
  ['fixed-outage', 8],
  ['prepaid-credit', 10],
  ['platform-outage', 4],
  ['outage-information', 4],
  ['billing', 20],
  ['contract', 11],
  ['roaming', 4],
  ['number-portability', 6],
  ['coverage-quality', 9],
  ['customer-service', 7],
  ['privacy-fraud', 5],
  ['interconnection', 1],
];

/** Where most people use prepaid credit, most complaints are about it. */
const PREPAID_SHARE: Readonly<Record<ProfileId, number>> = { ma: 1.2, ch: 0.3, bf: 3.5, fr: 0.3 };

function categoryFor(profile: ProfileId, random: Random): Category {
  return random.weighted(
    CATEGORIES.map(([category, weight]) => [
      category,
      category === 'prepaid-credit' ? weight * PREPAID_SHARE[profile] : weight,
    ]),
  );
}

const TURNS: Weights<Course['turn']> = [
  [null, 66],
  ['question', 8],
  ['extension', 7],
  ['withdrawn', 6],
  ['misdirected', 6],
  ['inadmissible', 5],
];

/** What becomes of a case, as often as it does in life. */
export function ordinaryCourse(random: Random): Course {
  const turn = random.weighted(TURNS);
  const kind = random.weighted([
    ['money', 30],
    ['repair', 34],
    ['explained', 18],
    ['rejected', 18],
  ] as const);
  const within = turn === 'extension' ? 0.85 + random.next() * 0.12 : 0.15 + random.next() * 0.8;
  const content = kind === 'money' || kind === 'repair';
  return {
    acknowledged: random.chance(0.86),
    turn,
    answer: random.chance(0.96) ? { kind, within } : null,
    judgement: random.weighted([
      ['accepted', content ? 45 : 15],
      ['silent', content ? 40 : 35],
      ['disputed', content ? 15 : 50],
    ] as const),
    sequel: random.chance(0.45) ? 'second-answer' : 'review',
    decision: random.weighted([
      ['upheld', 40],
      ['partly_upheld', 30],
      ['not_upheld', 30],
    ] as const),
  };
}

/** How often operators fall silent where others answer, in the order of the register: they differ, and it shows. */
const SILENCES = [0.03, 0.13, 0.06, 0.09];

/** A course as the operator of that place in the register would have it; one that is to wait somewhere stays. */
export function asOperatorWould(course: Course, place: number, random: Random): Course {
  const silent = random.chance(SILENCES[place] ?? 0);
  return silent && course.hold === undefined ? { ...course, answer: null } : course;
}

/** Days in their order with how many complaints each is likely to bring. */
function weightedDays(today: PlainDate): Weights<PlainDate> {
  return Array.from({ length: SPAN_DAYS }, (_, index) => {
    const daysAgo = SPAN_DAYS - index;
    const day = addDays(today, -daysAgo);
    const growth = 0.8 + (0.5 * index) / SPAN_DAYS;
    return [day, (WEEK[weekdayOf(day) - 1] ?? 1) * growth * (daysAgo <= RECENT_DAYS ? 2.6 : 1)] as const;
  });
}

function ordinaryCases(profile: ProfileId, today: PlainDate): readonly Planned[] {
  const days = weightedDays(today);
  return Array.from({ length: ORDINARY }, (_, index) => {
    const key = `case-${index}`;
    const random = randomFrom(`plan/${profile}/${key}`);
    return {
      key,
      filedOn: random.weighted(days),
      category: categoryFor(profile, random),
      course: ordinaryCourse(random),
    };
  });
}

/** A network fell over on a Wednesday: complaints of that day and the next. */
function outageCases(profile: ProfileId, today: PlainDate, operatorId: string): readonly Planned[] {
  const day = lastWeekday(today, 3, OUTAGE_DAYS_AGO);
  return Array.from({ length: OUTAGE }, (_, index) => {
    const key = `outage-${index}`;
    const random = randomFrom(`plan/${profile}/${key}`);
    return {
      key,
      filedOn: random.chance(0.8) ? day : addDays(day, 1),
      category: random.chance(0.85) ? ('mobile-outage' as const) : ('outage-information' as const),
      course: { ...ordinaryCourse(random), turn: null },
      operatorId,
      outage: true,
    };
  });
}

/** The ordinary days of a year and a half and the day of the large outage. */
export function plannedCases(
  profile: ProfileId,
  today: PlainDate,
  largestOperatorId: string,
): readonly Planned[] {
  return [...ordinaryCases(profile, today), ...outageCases(profile, today, largestOperatorId)];
}
