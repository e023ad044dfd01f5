import type { EventDraft } from '#app/domain/case/events.ts';
import { type CaseStanding, type Command, type Effect, isPermitted } from '#app/domain/case/lifecycle.ts';
import { isBreached } from '#app/domain/deadline/deadline.ts';
import type { ProjectedClock } from '../complaints/project-clocks.ts';

/** One thing that the system does to a case because of a clock. */
export interface ClockStep {
  readonly command: Command;
  readonly event: EventDraft;
  /** Instead of the lifecycle's effects: a reminder goes to whom the clock concerns. */
  readonly effects?: readonly Effect[];
}

interface Standing {
  readonly projection: CaseStanding;
  readonly clocks: readonly ProjectedClock[];
}

/** What the consequences of silence are called in the lifecycle. */
const OF_SILENCE = {
  escalate: { command: 'escalate', type: 'escalated' },
  'deem-upheld': { command: 'deem-upheld', type: 'deemed-upheld' },
} as const;

function payloadOf(clock: ProjectedClock) {
  return { clockId: clock.id, clock: clock.kind, ruleId: clock.rule.id, dueAt: clock.dueAt };
}

/** Published once, whatever clock it was. */
function publicationOf(clock: ProjectedClock): readonly ClockStep[] {
  if (clock.publishedAt !== null) return [];
  return [{ command: 'publish-breach', event: { type: 'breach-published', payload: payloadOf(clock) } }];
}

/**
 * What the rule makes of a breach beyond recording it, where the case can take it. The consequence of an operator's
 * silence can't reach a case that was returned to the complainant: it gets it once it is back with the operator.
 */
function consequenceOf(clock: ProjectedClock, standing: CaseStanding): readonly ClockStep[] {
  const { consequence } = clock.rule;
  if (consequence === 'publish') return publicationOf(clock);
  if (clock.kind !== 'respond' || !(consequence in OF_SILENCE)) return [];
  const { command, type } = OF_SILENCE[consequence as keyof typeof OF_SILENCE];
  if (!isPermitted(command, 'system', standing)) return [];
  return [{ command, event: { type, payload: payloadOf(clock) } }];
}

function stepsOf(clock: ProjectedClock, standing: CaseStanding): readonly ClockStep[] {
  if (clock.state === 'breached') return consequenceOf(clock, standing);
  const payload = payloadOf(clock);
  // Silence of the complainant breaches nothing: it closes the case, and never as confirmed.
  if (clock.kind === 'confirm') {
    return [{ command: 'lapse-confirmation', event: { type: 'confirmation-lapsed', payload } }];
  }
  // An interim measure is the regulator's to decide: no operator is late with it.
  const effects: readonly Effect[] | undefined = clock.kind === 'interim' ? ['mail-regulator'] : undefined;
  return [
    { command: 'record-breach', event: { type: 'clock-breached', payload }, ...(effects && { effects }) },
    ...consequenceOf(clock, standing),
  ];
}

/** The record that the operator's time to answer ran out, where nobody has made it yet. */
export function missedAnswer({ clocks }: Pick<Standing, 'clocks'>, now: string): ClockStep | undefined {
  const clock = clocks.find(
    ({ kind, state, dueAt }) =>
      kind === 'respond' && (state === 'running' || state === 'paused') && isBreached(dueAt, now),
  );
  if (clock === undefined) return undefined;
  return { command: 'record-breach', event: { type: 'clock-breached', payload: payloadOf(clock) } };
}

function hasReachedCap({ state, resumesAt }: ProjectedClock, now: string): boolean {
  return state === 'paused' && resumesAt !== null && resumesAt <= now;
}

/** The first clock whose longest pause is over: it runs again, and says so before anything else happens to it. */
function resumptionOf({ clocks }: Standing, now: string): readonly ClockStep[] {
  const clock = clocks.find(candidate => hasReachedCap(candidate, now));
  if (clock === undefined) return [];
  return [{ command: 'resume-clock', event: { type: 'clock-resumed', payload: payloadOf(clock) } }];
}

/**
 * What the first of a case's clocks that has run out leads to; nothing when none has, or when its consequences are
 * drawn. A clock that stands runs again once the rule's cap on pauses is used up.
 */
export function dueSteps({ projection, clocks }: Standing, now: string): readonly ClockStep[] {
  const resumption = resumptionOf({ projection, clocks }, now);
  if (resumption.length > 0) return resumption;
  const open = clocks.filter(clock => clock.state !== 'stopped' && isBreached(clock.dueAt, now));
  for (const clock of open.sort((a, b) => a.dueAt.localeCompare(b.dueAt))) {
    const steps = stepsOf(clock, projection);
    if (steps.length > 0) return steps;
  }
  return [];
}

/** The first reminder that is due and hasn't been sent, of a clock that still runs. */
export function reminderSteps({ clocks }: Standing, now: string): readonly ClockStep[] {
  const clock = clocks.find(
    ({ state, remindedAt, remindAt, dueAt }) =>
      state === 'running' &&
      remindedAt === null &&
      remindAt !== null &&
      !isBreached(dueAt, now) &&
      (remindAt === now || isBreached(remindAt, now)),
  );
  if (clock === undefined) return [];
  const effects: readonly Effect[] = [clock.kind === 'confirm' ? 'mail-complainant' : 'mail-operator'];
  return [{ command: 'remind', event: { type: 'reminder-sent', payload: payloadOf(clock) }, effects }];
}
