import type { ClockEvent, PauseReason } from '../deadline/clock-events.ts';
import type { ClockKind } from '../deadline/rule.ts';
import { epochMilliseconds } from '../shared/plain-date.ts';
import { owesInformation } from './duty-to-inform.ts';
import type { EventType, RecordedEvent } from './events.ts';
import { asksForInterim } from './interim.ts';
import { endsPromise, type Promised, promisesIn } from './promises.ts';

/** Which events start, stop, pause, resume and extend each clock. */
interface ClockTable {
  readonly starts: readonly EventType[];
  readonly stops: readonly EventType[];
  readonly pauses: readonly EventType[];
  readonly resumes: readonly EventType[];
  readonly extends: readonly EventType[];
}

const ENDINGS = [
  'withdrawn',
  'declared-inadmissible',
  'review-started',
  'escalated',
  'deemed-upheld',
  'rerouted',
  'closed',
] as const;
/** The events that make a clock stand still, with the code of the reason. */
const PAUSE_REASONS_OF = {
  'information-requested': 'operator-asked',
  'returned-for-information': 'regulator-asked',
} as const satisfies Partial<Record<EventType, PauseReason>>;
const PAUSING = {
  pauses: ['information-requested', 'returned-for-information'],
  resumes: ['information-provided'],
} as const;

const CLOCKS = {
  acknowledge: {
    starts: ['served'],
    stops: [
      'acknowledged',
      'answered',
      'interim-answered',
      'misdirected',
      'information-requested',
      'extension-granted',
      ...ENDINGS,
    ],
    pauses: [],
    resumes: [],
    extends: [],
  },
  respond: {
    starts: ['served'],
    stops: ['answered', 'misdirected', ...ENDINGS],
    ...PAUSING,
    extends: ['extension-granted'],
  },
  confirm: {
    starts: ['answered'],
    stops: ['accepted', 'disputed', 'confirmation-lapsed', ...ENDINGS],
    pauses: [],
    resumes: [],
    extends: [],
  },
  interim: {
    starts: ['filed'],
    stops: ['interim-decided', 'decided', 'deemed-upheld', 'withdrawn', 'declared-inadmissible', 'closed'],
    pauses: [],
    resumes: [],
    extends: [],
  },
  remedy: {
    starts: ['decided', 'deemed-upheld'],
    stops: ['remedy-reported', 'closed', 'withdrawn'],
    pauses: [],
    resumes: [],
    extends: [],
  },
  // A bare confirmation of receipt doesn't stop it: it tells the complainant nothing of the outage.
  inform: {
    starts: ['served'],
    stops: [
      'operator-wrote',
      'interim-answered',
      'information-requested',
      'extension-granted',
      'answered',
      'misdirected',
      ...ENDINGS,
    ],
    pauses: [],
    resumes: [],
    extends: [],
  },
} as const satisfies Record<ClockKind, ClockTable>;

/** One run of a clock: from a starting event on; a re-served case has a second run, the first stays. */
export interface ClockRun {
  readonly kind: ClockKind;
  /** Number of the event that started it: identifies the run in its case. */
  readonly startSeq: number;
  readonly startedAt: string;
  readonly events: readonly ClockEvent[];
  /** Calendar days that a decision sets for its remedy, instead of the rule's. */
  readonly remedyDays: number | null;
  /** What an answer promised, where the run is the clock of that. */
  readonly promise?: Promised;
}

/** Whether an event ends the operator's time to answer without an answer, which says itself whether it came in time. */
export function endsTimeToAnswer(type: EventType): boolean {
  const { stops }: ClockTable = CLOCKS.respond;
  return type !== 'answered' && stops.includes(type);
}

function pauseReason(type: EventType): PauseReason | undefined {
  const reasons: Partial<Record<EventType, PauseReason>> = PAUSE_REASONS_OF;
  return reasons[type];
}

function clockEventOf(kind: ClockKind, event: RecordedEvent): ClockEvent | null {
  const { type, at } = event;
  const table: ClockTable = CLOCKS[kind];
  const reason = pauseReason(type);
  if (table.pauses.includes(type)) return { type: 'paused', at, ...(reason && { reason }) };
  if (event.type === 'clock-resumed' && event.payload.clock === kind) {
    return { type: 'resumed', at, capReached: true };
  }
  if (table.resumes.includes(type)) return { type: 'resumed', at };
  if (table.extends.includes(type)) return { type: 'extended', at };
  if (event.type === 'demonstration-aged') return { type: 'shifted', at, days: event.payload.days };
  return null;
}

function shiftOf(event: RecordedEvent): readonly ClockEvent[] {
  return event.type === 'demonstration-aged'
    ? [{ type: 'shifted', at: event.at, days: event.payload.days }]
    : [];
}

function needsRemedy(event: RecordedEvent): boolean {
  return event.type !== 'decided' || event.payload.outcome !== 'not_upheld';
}

type Filed = Extract<RecordedEvent, { readonly type: 'filed' }>['payload'];

/** Clocks that only some cases have. */
const CONDITIONS: Partial<Record<ClockKind, (filed: Filed) => boolean>> = {
  interim: asksForInterim,
  inform: owesInformation,
};

function starts(kind: ClockKind, event: RecordedEvent, filed: Filed | undefined): boolean {
  const table: ClockTable = CLOCKS[kind];
  if (!table.starts.includes(event.type) || !needsRemedy(event)) return false;
  const condition = CONDITIONS[kind];
  return condition === undefined || (filed !== undefined && condition(filed));
}

function runFrom(kind: ClockKind, start: RecordedEvent, following: readonly RecordedEvent[]): ClockRun {
  const table: ClockTable = CLOCKS[kind];
  const events: ClockEvent[] = [{ type: 'started', at: start.at }];
  for (const event of following) {
    if (table.stops.includes(event.type)) {
      events.push({ type: 'stopped', at: event.at });
      break;
    }
    const clockEvent = clockEventOf(kind, event);
    if (clockEvent !== null) events.push(clockEvent);
  }
  const remedyDays = start.type === 'decided' ? start.payload.remedyDays : null;
  return { kind, startSeq: start.seq, startedAt: start.at, events, remedyDays };
}

/** The clocks of what an answer promises, each until its own promise is kept or overtaken. */
function promiseRuns(start: RecordedEvent, following: readonly RecordedEvent[]): readonly ClockRun[] {
  if (start.type !== 'answered') return [];
  return promisesIn(start.payload).map(promise => {
    const end = following.findIndex(event => endsPromise(event, promise));
    const shifts = following.slice(0, end < 0 ? undefined : end).flatMap(shiftOf);
    const stopped = following[end];
    const events: readonly ClockEvent[] = [
      { type: 'started', at: start.at },
      ...shifts,
      ...(stopped === undefined ? [] : [{ type: 'stopped', at: stopped.at } as const]),
    ];
    return { kind: 'remedy', startSeq: start.seq, startedAt: start.at, events, remedyDays: null, promise };
  });
}

/** By time; events of one instant by their number. */
function inTimeOrder(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  return [...events].sort((a, b) => epochMilliseconds(a.at) - epochMilliseconds(b.at) || a.seq - b.seq);
}

/**
 * Every clock that a case's events start, in order. What counts is when something happened, not when it was recorded.
 * A case that is served again after a misdirection has a new run of each clock; the old ones stay as they ended.
 */
export function clockRuns(events: readonly RecordedEvent[]): readonly ClockRun[] {
  const kinds = Object.keys(CLOCKS) as ClockKind[];
  const ordered = inTimeOrder(events);
  const filed = ordered.find(event => event.type === 'filed')?.payload;
  return ordered.flatMap((event, index) => {
    const following = ordered.slice(index + 1);
    const started = kinds.filter(kind => starts(kind, event, filed));
    return [...started.map(kind => runFrom(kind, event, following)), ...promiseRuns(event, following)];
  });
}

/** The clock on which a case in a state waits. */
export function awaitedClock(state: string): ClockKind | null {
  if (state === 'served' || state === 'returned') return 'respond';
  if (state === 'answered') return 'confirm';
  return state === 'decided' ? 'remedy' : null;
}
