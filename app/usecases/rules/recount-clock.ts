import type { ClockInputs } from '#app/domain/deadline/clock-inputs.ts';
import { isBreached } from '#app/domain/deadline/deadline.ts';
import { recount } from '#app/domain/deadline/recount.ts';
import { type ClockKind, type DeadlineRule, selectRule } from '#app/domain/deadline/rule.ts';
import { localDateOf, localHourOf } from '#app/domain/shared/plain-date.ts';
import type { Candidate } from './candidate.server.ts';

/** A clock that runs, as its row tells it. */
export interface OpenClock {
  readonly kind: ClockKind;
  readonly ruleId: string;
  readonly calendarVersion: string;
  /** ISO instant. */
  readonly dueAt: string;
  readonly inputs: ClockInputs;
  readonly category: string;
  readonly track: string;
  readonly urgent: boolean;
}

/**
 * Counts running clocks again under a version that is not in force yet. Clocks that began in the same hour of a day and
 * stood still alike end alike, so a hundred thousand of them are counted a few hundred times.
 */
export class Recount {
  readonly #candidate: Candidate;
  readonly #counted = new Map<string, string>();
  readonly #rules: ReadonlyMap<string, DeadlineRule>;
  readonly #regions: ReadonlySet<string>;

  constructor(candidate: Candidate) {
    this.#candidate = candidate;
    this.#rules = new Map(candidate.others.rules.map(rule => [rule.id, rule]));
    const calendars = [...candidate.others.calendars, ...(candidate.calendar ? [candidate.calendar] : [])];
    this.#regions = new Set(calendars.flatMap(({ days }) => days.flatMap(({ regions = [] }) => regions)));
  }

  /** When the clock would run out; the same as now when the version leaves it as it is. */
  dueOf(clock: OpenClock): string {
    const rule = this.#ruleFor(clock);
    if (rule === null) return clock.dueAt;
    const { inputs } = clock;
    const { timeZone } = this.#candidate.others;
    const exact = rule.unit === 'hours';
    const start = exact
      ? inputs.startedAt
      : `${localDateOf(inputs.startedAt, timeZone)} ${localHourOf(inputs.startedAt, timeZone)}`;
    const region = this.#regions.has(inputs.region ?? '') ? inputs.region : '';
    const key = JSON.stringify([
      rule.id,
      clock.calendarVersion,
      start,
      region,
      inputs.pauses,
      inputs.extension,
      inputs.days,
    ]);
    const due = this.#counted.get(key) ?? this.#count(clock, rule);
    this.#counted.set(key, due);
    return isBreached(due, this.#candidate.activatesAt) ? clock.dueAt : due;
  }

  #ruleFor(clock: OpenClock): DeadlineRule | null {
    const { rule, others, activatesAt } = this.#candidate;
    if (rule === null) return this.#rules.get(clock.ruleId) ?? null;
    if (rule.clock !== clock.kind) return null;
    const on = localDateOf(activatesAt, others.timeZone);
    const { category, track, urgent } = clock;
    const chosen = selectRule({ id: others.id, rules: [...others.rules, rule] }, clock.kind, {
      category,
      track,
      urgent,
      on,
    });
    return chosen.id === rule.id ? rule : null;
  }

  #count({ calendarVersion, inputs }: OpenClock, rule: DeadlineRule): string {
    const { calendar, others } = this.#candidate;
    const known = calendar === null ? others : { ...others, calendars: [calendar] };
    const version = calendar?.version ?? calendarVersion;
    return recount(known, { rule, calendarVersion: version, inputs }).dueAt;
  }
}
