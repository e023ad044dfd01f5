import { calendarFor, type HolidayCalendar, type WorkingCalendar } from '../deadline/calendar.ts';
import type { ClockEvent } from '../deadline/clock-events.ts';
import { deadline, isBreached } from '../deadline/deadline.ts';
import { type ClockKind, type DeadlineRule, type RuleQuestion, selectRule } from '../deadline/rule.ts';
import { epochMilliseconds, type Instant, localDateOf, startOfDay } from '../shared/plain-date.ts';

/** All versions that are known: those that a profile is shipped with and those published since. */
export interface KnownVersions {
  readonly id: string;
  readonly timeZone: string;
  readonly rules: readonly DeadlineRule[];
  readonly calendars: readonly HolidayCalendar[];
}

/** What the choice of versions depends on. Nothing recorded after an activation changes what it chose. */
export interface ClockStory {
  readonly kind: ClockKind;
  readonly case: Omit<RuleQuestion, 'on'> & { readonly region: string };
  readonly startedAt: Instant;
  /** The clock's own events, in any order. */
  readonly events: readonly ClockEvent[];
  /** From when nothing moves it any more: it stopped, its breach was recorded or its case was decided. Null while open. */
  readonly settledAt: Instant | null;
  /** What a decision changes in the rule: its own number of days. */
  readonly adapt?: (rule: DeadlineRule) => DeadlineRule;
}

/** The rule and the calendar by which a clock counts. */
export interface ChosenVersions {
  readonly rule: DeadlineRule;
  readonly calendar: WorkingCalendar;
}

/** One coming into force of a version that also governs clocks which then run. */
interface Step {
  readonly at: Instant;
  readonly rule?: DeadlineRule;
  readonly calendar?: HolidayCalendar;
}

const noLaterThan = (at: Instant | undefined, limit: Instant) =>
  at === undefined || epochMilliseconds(at) <= epochMilliseconds(limit);

/** A calendar that a profile is shipped with is in force from its publication; the first one always was. */
function inForceFrom(calendar: HolidayCalendar, isFirst: boolean, timeZone: string): Instant | undefined {
  if (isFirst) return undefined;
  return calendar.activatedAt ?? startOfDay(calendar.publishedOn, timeZone);
}

const ordered = new WeakMap<readonly HolidayCalendar[], readonly HolidayCalendar[]>();

function inOrder(calendars: readonly HolidayCalendar[]): readonly HolidayCalendar[] {
  const known = ordered.get(calendars);
  if (known !== undefined) return known;
  const sorted = [...calendars].sort(
    (a, b) =>
      Number(a.activatedAt !== undefined) - Number(b.activatedAt !== undefined) ||
      (a.activatedAt ?? a.publishedOn).localeCompare(b.activatedAt ?? b.publishedOn),
  );
  ordered.set(calendars, sorted);
  return sorted;
}

function calendarAt(versions: KnownVersions, at: Instant): string | undefined {
  return inOrder(versions.calendars).findLast((calendar, index) =>
    noLaterThan(inForceFrom(calendar, index === 0, versions.timeZone), at),
  )?.version;
}

/** The rule for a clock among those in force at an instant, by the local day of that instant. */
function ruleAt(versions: KnownVersions, story: ClockStory, at: Instant): DeadlineRule {
  const { id, timeZone } = versions;
  const rules = versions.rules.filter(({ activatedAt }) => noLaterThan(activatedAt, at));
  const on = localDateOf(at, timeZone);
  return selectRule({ id, rules }, story.kind, { ...story.case, on });
}

function stepsAfter(versions: KnownVersions, { startedAt, kind, settledAt }: ClockStory): readonly Step[] {
  const concerns = ({ activatedAt, appliesTo }: DeadlineRule | HolidayCalendar) =>
    appliesTo === 'open-clocks' &&
    !noLaterThan(activatedAt, startedAt) &&
    (settledAt === null || !noLaterThan(settledAt, activatedAt ?? settledAt));
  const rules = versions.rules.filter(rule => rule.clock === kind && concerns(rule));
  const calendars = versions.calendars.filter(concerns);
  return [
    ...rules.map(rule => ({ at: rule.activatedAt ?? startedAt, rule })),
    ...calendars.map(calendar => ({ at: calendar.activatedAt ?? startedAt, calendar })),
  ].sort((a, b) => epochMilliseconds(a.at) - epochMilliseconds(b.at));
}

function after(
  versions: KnownVersions,
  story: ClockStory,
  step: Step,
  current: ChosenVersions,
): ChosenVersions {
  if (step.calendar !== undefined) {
    return { ...current, calendar: calendarFor(versions, story.case.region, step.calendar.version) };
  }
  const rule = ruleAt(versions, story, step.at);
  return rule.id === step.rule?.id ? { ...current, rule } : current;
}

/** When a clock would run out by what was recorded up to an instant. */
function dueBy(
  { rule, calendar }: ChosenVersions,
  { events, adapt = same }: ClockStory,
  until: Instant,
  timeZone: string,
): Instant {
  const recorded = events.filter(event => noLaterThan(event.at, until));
  return deadline({ rule: adapt(rule), calendar, timeZone, events: recorded }).dueAt;
}

const same = (rule: DeadlineRule) => rule;

/**
 * The rule and the calendar that govern a clock.
 *
 * - Those in force when it started, by the local day of the start.
 * - A version that governs open clocks too takes over those that run at its activation, unless the clock has stopped
 *   or run out, its breach is recorded, or its case is decided: these keep what they had, for good.
 * - No version makes anybody late by its activation: a clock that it would let run out before then keeps what it had.
 *
 * Only what was recorded up to an activation decides, so that later events never change an earlier choice.
 * @throws RangeError when no rule or calendar was in force at the start
 */
export function chooseVersions(versions: KnownVersions, story: ClockStory): ChosenVersions {
  const { startedAt, case: of } = story;
  const { timeZone } = versions;
  let chosen: ChosenVersions = {
    rule: ruleAt(versions, story, startedAt),
    calendar: calendarFor(versions, of.region, calendarAt(versions, startedAt)),
  };
  for (const step of stepsAfter(versions, story)) {
    const candidate = after(versions, story, step, chosen);
    if (candidate === chosen) continue;
    if (isBreached(dueBy(chosen, story, step.at, timeZone), step.at)) break;
    if (!isBreached(dueBy(candidate, story, step.at, timeZone), step.at)) chosen = candidate;
  }
  const { adapt = same } = story;
  return { ...chosen, rule: adapt(chosen.rule) };
}
