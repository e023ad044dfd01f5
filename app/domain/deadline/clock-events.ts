import { epochMilliseconds, type Instant, moveBack } from '../shared/plain-date.ts';

/** Why a clock stands still: the operator or the regulator waits for something that only the complainant has. */
export const PAUSE_REASONS = ['operator-asked', 'regulator-asked'] as const;

export type PauseReason = (typeof PAUSE_REASONS)[number];

/**
 * What happens to one clock. `extended` may name fewer days than the rule allows; `shifted` moves everything
 * that happened before it `days` into the past (to age a case in a demonstration).
 */
export interface ClockEvent {
  readonly type: 'started' | 'paused' | 'resumed' | 'extended' | 'stopped' | 'shifted';
  readonly at: Instant;
  /** Of a pause. */
  readonly reason?: PauseReason;
  /** A resumption because the rule's cap is used up ends every pause, not only the last. */
  readonly capReached?: true;
  readonly days?: number;
}

/** A span in which the clock stood still: from `from` until just before `to`, or still when `to` is null. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly reason?: PauseReason;
}

/** A clock's events in the order in which they happened, reduced to what a deadline depends on. */
export interface ClockHistory {
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  /** In order, apart from each other, none before the start or after the stop. */
  readonly pauses: readonly Pause[];
  /** Whether the clock stands still at the end of the events. */
  readonly paused: boolean;
  /** The first extension: its units, or `full` for all that the rule gives; null without one. */
  readonly extension: number | 'full' | null;
}

/** At one instant: a pause that begins as another ends continues it, and a stop ends what was open. */
const ORDER_AT_ONE_INSTANT = ['started', 'paused', 'resumed', 'extended', 'stopped', 'shifted'] as const;

/**
 * Reads a clock's history from its events, whatever order they were recorded in. Overlapping pauses count once, and
 * one that began before the start counts from the start on; what comes after the (first) stop is ignored; only the
 * first extension after the start counts.
 * @throws RangeError when the clock never started.
 */
export function readHistory(events: readonly ClockEvent[], timeZone: string): ClockHistory {
  const ordered = withoutShifts(inOrder(events), timeZone);
  const start = ordered.find(event => event.type === 'started');
  if (!start) throw new RangeError('The clock has no start');
  const stop = ordered.find(event => event.type === 'stopped');
  const until = stop ? epochMilliseconds(stop.at) : Number.POSITIVE_INFINITY;
  const effective = ordered.filter(event => epochMilliseconds(event.at) <= until);
  const from = epochMilliseconds(start.at);
  const extension = effective.find(({ type, at }) => type === 'extended' && epochMilliseconds(at) >= from);
  const { pauses, paused } = mergePauses(effective, start.at, stop?.at ?? null);
  return {
    startedAt: start.at,
    stoppedAt: stop?.at ?? null,
    pauses,
    paused,
    extension: extension ? (extension.days ?? 'full') : null,
  };
}

function inOrder(events: readonly ClockEvent[]): readonly ClockEvent[] {
  return [...events].sort(
    (a, b) =>
      epochMilliseconds(a.at) - epochMilliseconds(b.at) ||
      ORDER_AT_ONE_INSTANT.indexOf(a.type) - ORDER_AT_ONE_INSTANT.indexOf(b.type) ||
      (a.days ?? 0) - (b.days ?? 0) ||
      (a.reason ?? '').localeCompare(b.reason ?? ''),
  );
}

function withoutShifts(ordered: readonly ClockEvent[], timeZone: string): readonly ClockEvent[] {
  let daysToGo = ordered.reduce((sum, event) => sum + shiftOf(event), 0);
  const moved: ClockEvent[] = [];
  for (const event of ordered) {
    if (event.type === 'shifted') daysToGo -= shiftOf(event);
    else moved.push(daysToGo === 0 ? event : { ...event, at: moveBack(event.at, daysToGo, timeZone) });
  }
  return inOrder(moved);
}

function shiftOf(event: ClockEvent): number {
  return event.type === 'shifted' ? (event.days ?? 0) : 0;
}

function mergePauses(
  ordered: readonly ClockEvent[],
  startedAt: Instant,
  stoppedAt: Instant | null,
): { readonly pauses: readonly Pause[]; readonly paused: boolean } {
  const pauses: Pause[] = [];
  const open: ClockEvent[] = [];
  for (const event of ordered) {
    if (event.type === 'paused') open.push(event);
    if (event.type !== 'resumed') continue;
    const [first] = open;
    open.length = event.capReached ? 0 : Math.max(0, open.length - 1);
    if (first !== undefined && open.length === 0) addPause(pauses, pauseFrom(first, event.at), startedAt);
  }
  const [still] = open;
  if (still !== undefined) addPause(pauses, pauseFrom(still, stoppedAt), startedAt);
  return { pauses, paused: still !== undefined && stoppedAt === null };
}

function pauseFrom({ at, reason }: ClockEvent, to: Instant | null): Pause {
  return { from: at, to, ...(reason && { reason }) };
}

function addPause(pauses: Pause[], pause: Pause, startedAt: Instant): void {
  const start = epochMilliseconds(startedAt);
  const end = pause.to === null ? Number.POSITIVE_INFINITY : epochMilliseconds(pause.to);
  if (end <= Math.max(start, epochMilliseconds(pause.from))) return;
  pauses.push(epochMilliseconds(pause.from) < start ? { ...pause, from: startedAt } : pause);
}
