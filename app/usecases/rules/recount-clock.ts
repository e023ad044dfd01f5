import type { ClockInputs } from '#app/domain/deadline/clock-inputs.ts';
import { isBreached } from '#app/domain/deadline/deadline.ts';
import { recount } from '#app/domain/deadline/recount.ts';
import { type ClockKind, type DeadlineRule, selectRule } from '#app/domain/deadline/rule.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import type { Candidate } from './candidate.server.ts';

/** A clock that runs, as its row tells it. */
interface OpenClock {
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

/** Counts running clocks again under a version that is not in force yet. */
export class Recount {
  readonly #candidate: Candidate;
  readonly #rules: ReadonlyMap<string, DeadlineRule>;

  constructor(candidate: Candidate) {
    this.#candidate = candidate;
    this.#rules = new Map(candidate.others.rules.map(rule => [rule.id, rule]));
  }

  /** When the clock would run out; the same as now when the version leaves it as it is. */
  dueOf(clock: OpenClock): string {
    const rule = this.#ruleFor(clock);
    if (rule === null) return clock.dueAt;
    const due = this.#count(clock, rule);
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
