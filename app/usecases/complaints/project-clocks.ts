import { type ClockInputs, inputsOf } from '#app/domain/case/clock-inputs.ts';
import { awaitedClock, type ClockRun, clockRuns } from '#app/domain/case/clock-runs.ts';
import type { RecordedEvent } from '#app/domain/case/events.ts';
import type { CaseProjection } from '#app/domain/case/projection.ts';
import { isImported } from '#app/domain/case/source.ts';
import { calendarFor } from '#app/domain/deadline/calendar.ts';
import { type Deadline, deadline, reminderAt } from '#app/domain/deadline/deadline.ts';
import { type DeadlineRule, selectRule } from '#app/domain/deadline/rule.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import type { DueClock } from './case-rows.ts';

/** A clock as it is stored: everything in it follows from the rules and the events. */
export interface ProjectedClock {
  readonly id: string;
  readonly kind: ClockRun['kind'];
  readonly state: 'running' | 'paused' | 'stopped' | 'breached';
  readonly startedAt: string;
  readonly dueAt: string;
  readonly remindAt: string | null;
  /** When a clock that stands runs again by itself. */
  readonly resumesAt: string | null;
  readonly rule: DeadlineRule;
  readonly deadline: Deadline;
  readonly inputs: ClockInputs;
  readonly remindedAt: string | null;
  readonly breachedAt: string | null;
  /** When its breach was marked as one that may be published. */
  readonly publishedAt: string | null;
  readonly stoppedAt: string | null;
}

function ruleFor(profile: Profile, run: ClockRun, projection: CaseProjection): DeadlineRule {
  const rule = selectRule(profile, run.kind, {
    category: projection.filed.category,
    urgent: projection.filed.urgent,
    track: projection.filed.track,
    on: localDateOf(run.startedAt, profile.timeZone),
  });
  return run.remedyDays === null ? rule : { ...rule, amount: run.remedyDays, unit: 'calendar-days' };
}

function noteOf(
  events: readonly RecordedEvent[],
  type: 'clock-breached' | 'breach-published' | 'reminder-sent',
  clockId: string,
): string | null {
  return events.find(event => event.type === type && event.payload.clockId === clockId)?.at ?? null;
}

/** A reminder due on the day on which the clock began, or before, would remind of what has just been said. */
function reminderOf(profile: Profile, rule: DeadlineRule, computed: Deadline): string | null {
  const remindAt = reminderAt(rule, computed, profile.timeZone);
  const began = computed.trace[0]?.date ?? '';
  return remindAt !== null && localDateOf(remindAt, profile.timeZone) > began ? remindAt : null;
}

function projectRun(
  profile: Profile,
  run: ClockRun,
  context: { events: readonly RecordedEvent[]; projection: CaseProjection; id: string },
): ProjectedClock {
  const { events, projection, id } = context;
  const rule = ruleFor(profile, run, projection);
  const computed = deadline({
    rule,
    calendar: calendarFor(profile, projection.filed.region),
    timeZone: profile.timeZone,
    events: run.events,
  });
  const breachedAt = noteOf(events, 'clock-breached', id);
  const stopped = run.events.find(event => event.type === 'stopped');
  const state = stopped === undefined ? (breachedAt === null ? computed.state : 'breached') : 'stopped';
  return {
    id,
    kind: run.kind,
    state,
    startedAt: run.startedAt,
    dueAt: computed.dueAt,
    remindAt: reminderOf(profile, rule, computed),
    resumesAt: state === 'paused' ? computed.resumesAt : null,
    rule,
    deadline: computed,
    inputs: inputsOf(run, computed, projection.filed.region),
    remindedAt: noteOf(events, 'reminder-sent', id),
    breachedAt,
    publishedAt: noteOf(events, 'breach-published', id),
    stoppedAt: stopped?.at ?? null,
  };
}

/**
 * All clocks of a case, from its events and the profile's rules and calendars.
 * @param identify gives a run its id (the same every time); an argument because digests are the platform's
 */
export function projectClocks(
  profile: Profile,
  events: readonly RecordedEvent[],
  projection: CaseProjection,
  identify: (run: ClockRun) => string,
): readonly ProjectedClock[] {
  // A case taken over from another system was never under this instance's rules.
  if (isImported(projection.filed.source)) return [];
  return clockRuns(events).map(run => projectRun(profile, run, { events, projection, id: identify(run) }));
}

/** The clock on which the case now waits: the last run of the kind that its state awaits. */
export function dueClockOf(projection: CaseProjection, clocks: readonly ProjectedClock[]): DueClock | null {
  const kind = awaitedClock(projection.state);
  const clock = clocks.findLast(candidate => candidate.kind === kind && candidate.state !== 'stopped');
  return clock === undefined ? null : { kind: clock.kind, dueAt: clock.dueAt };
}
