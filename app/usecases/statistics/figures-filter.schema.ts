import type { Profile } from '#app/domain/profile/profile.ts';
import { addMonths, isPlainDate, localDateOf, type PlainDate } from '#app/domain/shared/plain-date.ts';
import { TRACKS } from '#app/domain/taxonomy/definition.ts';

/** The cells of the figures that a page asks for; also the part of a list's filter that the figures know. */
export interface CellFilter {
  readonly operator?: string;
  readonly category?: string;
  readonly region?: string;
  readonly track?: string;
  /** First and last day of filing, in the regulator's zone. */
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

export interface FiguresFilter extends CellFilter {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** What is chosen from; `operators` are ids of the register. */
export interface FilterChoices {
  readonly profile: Profile;
  readonly operators: readonly { readonly id: string; readonly name: string }[];
}

/** Wider than any record: stands for a period that is open at an end. Days beyond it are no days of filing. */
export const OPEN_PERIOD = { from: '1900-01-01', to: '2999-12-31' } as const;

/** A parameter's value where it is one of the choices; an address that asks for something else is not narrowed by it. */
export function choice<const T extends string>(value: string | null, choices: readonly T[]): T | undefined {
  return choices.find(candidate => candidate === value);
}

/** A filter without its empty members, as addresses and comparisons need it. */
export function withoutAbsent<T extends object>(filter: T): T {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}

/** The dimensions and the period that an address names. */
export function readCellFilter(params: URLSearchParams, { profile, operators }: FilterChoices): CellFilter {
  const day = (name: string) => {
    const value = params.get(name);
    return isPlainDate(value) && value >= OPEN_PERIOD.from && value <= OPEN_PERIOD.to ? value : undefined;
  };
  return withoutAbsent({
    operator: choice(
      params.get('operator'),
      operators.map(operator => operator.id),
    ),
    category: choice(params.get('category'), profile.categories),
    region: choice(
      params.get('region'),
      profile.regions.map(region => region.code),
    ),
    track: choice(params.get('track'), TRACKS),
    from: day('from'),
    to: day('to'),
  });
}

/** Months shown when nothing is chosen, the present one included. */
const USUAL_MONTHS = 12;

/** The period of the figures when none is chosen: this month and the eleven before it, up to today. */
function usualPeriod(profile: Profile, now: string): { from: PlainDate; to: PlainDate } {
  const today = localDateOf(now, profile.timeZone);
  return { from: addMonths(`${today.slice(0, 7)}-01`, 1 - USUAL_MONTHS), to: today };
}

/** The longest period of the figures' page, in months. */
const MOST_MONTHS = 120;

/** The filter of the figures' page: within ten years, up to today; what ends before it begins is turned round. */
export function readFiguresFilter(
  params: URLSearchParams,
  choices: FilterChoices,
  now: string,
): FiguresFilter {
  const cell = readCellFilter(params, choices);
  const usual = usualPeriod(choices.profile, now);
  const [first = usual.from, last = usual.to] = [cell.from ?? usual.from, cell.to ?? usual.to].sort();
  const to = last < usual.to ? last : usual.to;
  const earliest = addMonths(to, -MOST_MONTHS);
  const from = first < earliest ? earliest : first;
  return { ...cell, from: from < to ? from : to, to };
}
