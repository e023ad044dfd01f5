import { isSandbox } from '../access/sandbox.ts';
import type { CaseProjection } from '../case/projection.ts';
import { isTerminal } from '../case/states.ts';
import { bucketOf } from './histogram.ts';

/** The counters of a statistics row, in the order of their columns in `case_stat_day` and `case_stat_month`. */
export const MEASURES = [
  'filed',
  'open',
  'served',
  'answered',
  'answered_in_time',
  'answered_late',
  'breached',
  'remedied_with_money',
  'remedied_without_money',
  'explained',
  'rejected',
  'not_our_customer',
  'duplicate',
  'confirmed',
  'unconfirmed',
  'disputed',
  'upheld',
  'partly_upheld',
  'not_upheld',
  'deemed_upheld',
  'withdrawn',
  'inadmissible',
  'closed',
  'money_cases',
  'money_returned_minor',
] as const;

export type Measure = (typeof MEASURES)[number];
/** The stored measures that count; the other one adds up money. */
type StoredCount = Exclude<Measure, 'money_returned_minor'>;

/**
 * Counters that follow from stored ones. A deadline that ended was met or missed, and one that was missed was answered
 * late or not at all; `projection.ts` lets no answer be both in time and after a breach.
 */
export const DERIVED = {
  deadline_ended: { answered_in_time: 1, breached: 1 },
  missed_unanswered: { breached: 1, answered_late: -1 },
} as const satisfies Record<string, Partial<Record<StoredCount, 1 | -1>>>;

type DerivedMeasure = keyof typeof DERIVED;
const DERIVED_MEASURES = Object.keys(DERIVED) as readonly DerivedMeasure[];

/** The measures that count cases, or deadlines of cases where an operator's time is meant. */
export type CountedMeasure = StoredCount | DerivedMeasure;
export type Measures = Readonly<Record<Measure, number>>;
/** Every counter that pages and files show. */
export type FigureMeasures = Measures & Readonly<Record<DerivedMeasure, number>>;

function isStoredCount(measure: Measure): measure is StoredCount {
  return measure !== 'money_returned_minor';
}

/** What is counted, in the order in which it is shown. */
export const COUNTERS: readonly CountedMeasure[] = MEASURES.filter(isStoredCount).flatMap(measure =>
  measure === 'breached' ? [measure, ...DERIVED_MEASURES] : [measure],
);

/** The stored counters that a counter is the sum of, each with its sign. */
export function termsOf(measure: CountedMeasure): readonly (readonly [StoredCount, 1 | -1])[] {
  if (!(measure in DERIVED)) return [[measure as StoredCount, 1]];
  return Object.entries(DERIVED[measure as DerivedMeasure]) as [StoredCount, 1 | -1][];
}

/** The stored counters with those that follow from them. */
export function withDerived(measures: Measures): FigureMeasures {
  const derived = DERIVED_MEASURES.map(measure => [
    measure,
    termsOf(measure).reduce((sum, [stored, sign]) => sum + sign * measures[stored], 0),
  ]);
  return { ...measures, ...Object.fromEntries(derived) } as FigureMeasures;
}

/** The cell of the cube that a case belongs to; `day` is the day of filing in the regulator's zone. */
export interface StatKey {
  readonly day: string;
  readonly operatorId: string;
  readonly region: string;
  readonly category: string;
  readonly track: string;
}

/** What one case adds to the figures: its cell, its counters, and the bucket of its first answer. */
export interface Contribution {
  readonly key: StatKey;
  readonly measures: Measures;
  readonly bucket: number | null;
}

const OUTCOME_MEASURES = {
  'remedied-with-money': 'remedied_with_money',
  'remedied-without-money': 'remedied_without_money',
  explained: 'explained',
  rejected: 'rejected',
  'not-our-customer': 'not_our_customer',
  duplicate: 'duplicate',
} as const satisfies Record<string, Measure>;

function cellOf({ filed }: CaseProjection, operatorId: string): StatKey {
  const { filedOn: day, region, category, track } = filed;
  return { day, operatorId, region, category, track };
}

function measuresFrom(holds: Partial<Record<Measure, boolean>>, money: number): Measures {
  const measures = Object.fromEntries(MEASURES.map(measure => [measure, holds[measure] ? 1 : 0]));
  return { ...measures, money_returned_minor: money } as Measures;
}

/** What a case adds to the figures of the operator that has it. */
export function contributionOf(projection: CaseProjection): Contribution {
  const answered = projection.answeredAt !== null;
  const declared = projection.operatorOutcome === null ? null : OUTCOME_MEASURES[projection.operatorOutcome];
  const holds: Partial<Record<Measure, boolean>> = {
    filed: true,
    open: !isTerminal(projection.state),
    served: projection.servedAt !== null || answered,
    answered,
    answered_in_time: projection.answeredInTime === true,
    answered_late: projection.answeredInTime === false,
    breached: projection.respondBreached,
    confirmed: projection.complainantOutcome === 'confirmed',
    unconfirmed: projection.complainantOutcome === 'unconfirmed',
    disputed: projection.disputes > 0,
    upheld: projection.regulatorOutcome === 'upheld',
    partly_upheld: projection.regulatorOutcome === 'partly_upheld',
    not_upheld: projection.regulatorOutcome === 'not_upheld',
    deemed_upheld: projection.regulatorOutcome === 'deemed_upheld',
    withdrawn: projection.state === 'withdrawn',
    inadmissible: projection.state === 'inadmissible',
    closed: projection.state === 'closed',
    money_cases: projection.moneyReturnedMinor > 0,
  };
  if (declared !== null) holds[declared] = true;
  return {
    key: cellOf(projection, projection.operatorId),
    measures: measuresFrom(holds, projection.moneyReturnedMinor),
    bucket: projection.daysToAnswer === null ? null : bucketOf(projection.daysToAnswer),
  };
}

/**
 * Classifies a case once; every figure is a sum of these, so every figure can be traced back to cases. A deadline that
 * an operator missed before the case went to another one stays in that operator's figures, and nothing else does.
 */
export function contributionsOf(projection: CaseProjection): readonly Contribution[] {
  const former = projection.formerBreaches.map(({ operatorId }) => ({
    key: cellOf(projection, operatorId),
    measures: measuresFrom({ breached: true }, 0),
    bucket: null,
  }));
  return [contributionOf(projection), ...former].filter(({ key }) => !isSandbox(key.operatorId));
}

/** A change of one statistics row: added to the day's row and to the month's. */
export interface StatDelta {
  readonly key: StatKey;
  readonly measures: readonly number[];
  /** Bucket index → change; usually empty. */
  readonly buckets: Readonly<Record<number, number>>;
}

function signed(contribution: Contribution, sign: 1 | -1): StatDelta {
  return {
    key: contribution.key,
    measures: MEASURES.map(measure => sign * contribution.measures[measure]),
    buckets: contribution.bucket === null ? {} : { [contribution.bucket]: sign },
  };
}

function keyText(key: StatKey): string {
  return [key.day, key.operatorId, key.region, key.category, key.track].join('|');
}

/** Adds up deltas of the same row, drops those without effect, in a fixed order so that locks can't cross. */
export function mergeDeltas(deltas: readonly StatDelta[]): readonly StatDelta[] {
  const merged = new Map<string, StatDelta>();
  for (const delta of deltas) {
    const known = merged.get(keyText(delta.key));
    if (known === undefined) {
      merged.set(keyText(delta.key), delta);
      continue;
    }
    const buckets: Record<number, number> = { ...known.buckets };
    for (const [bucket, change] of Object.entries(delta.buckets)) {
      buckets[Number(bucket)] = (buckets[Number(bucket)] ?? 0) + change;
    }
    const measures = known.measures.map((value, index) => value + (delta.measures[index] ?? 0));
    merged.set(keyText(delta.key), { key: delta.key, measures, buckets });
  }
  return [...merged.entries()]
    .filter(
      ([, delta]) =>
        delta.measures.some(value => value !== 0) || Object.values(delta.buckets).some(n => n !== 0),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, delta]) => delta);
}

function counted(projection: CaseProjection | null, sign: 1 | -1): readonly StatDelta[] {
  return projection === null ? [] : contributionsOf(projection).map(part => signed(part, sign));
}

/** What a change of one case does to the figures: nothing in a sandbox. */
export function deltasBetween(before: CaseProjection | null, after: CaseProjection): readonly StatDelta[] {
  return mergeDeltas([...counted(before, -1), ...counted(after, 1)]);
}
