import { awaitedClock, type ClockRun, clockRuns } from '#app/domain/case/clock-runs.ts';
import type { EventType, RecordedEvent } from '#app/domain/case/events.ts';
import type { CaseProjection } from '#app/domain/case/projection.ts';
import { promiseRule } from '#app/domain/case/promises.ts';
import { isImported } from '#app/domain/case/source.ts';
import { type ClockInputs, inputsOf, withDaysOfDecision } from '#app/domain/deadline/clock-inputs.ts';
import { type Deadline, deadline, reminderAt } from '#app/domain/deadline/deadline.ts';
import type { DeadlineRule } from '#app/domain/deadline/rule.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { type ChosenVersions, chooseVersions } from '#app/domain/rules/version-choice.ts';
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

/** After these no rule and no calendar moves a clock of the case. */
const DECIDING = [
  'decided',
  'deemed-upheld',
  'confirmation-lapsed',
  'closed',
  'withdrawn',
  'declared-inadmissible',
] as const satisfies readonly EventType[];

interface RunContext {
  readonly events: readonly RecordedEvent[];
  readonly projection: CaseProjection;
  readonly id: string;
}

function settledAt(run: ClockRun, { events, id }: RunContext): string | null {
  const stopped = run.events.find(event => event.type === 'stopped')?.at;
  const breached = noteOf(events, 'clock-breached', id);
  const decided = events.find(event => DECIDING.some(type => type === event.type))?.at;
  const ends = [stopped, breached, decided].filter(at => typeof at === 'string');
  return ends.sort()[0] ?? null;
}

function versionsFor(profile: Profile, run: ClockRun, context: RunContext): ChosenVersions {
  const { category, urgent, track, region } = context.projection.filed;
  const { remedyDays, promise, startedAt } = run;
  return chooseVersions(profile, {
    kind: run.kind,
    case: { category, urgent, track, region },
    startedAt,
    events: run.events,
    settledAt: settledAt(run, context),
    ...(remedyDays !== null && {
      adapt: (rule: DeadlineRule) => withDaysOfDecision(rule, remedyDays),
    }),
    ...(promise && { adapt: () => promiseRule(promise.by, startedAt, profile.timeZone) }),
  });
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

function projectRun(profile: Profile, run: ClockRun, context: RunContext): ProjectedClock {
  const { events, projection, id } = context;
  const { rule, calendar } = versionsFor(profile, run, context);
  const computed = deadline({ rule, calendar, timeZone: profile.timeZone, events: run.events });
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
    inputs: inputsOf(computed.history, { region: projection.filed.region, days: run.remedyDays }),
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
