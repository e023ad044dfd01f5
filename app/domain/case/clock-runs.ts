import type { ClockEvent } from '../deadline/clock-events.ts';
import type { ClockKind } from '../deadline/rule.ts';
import type { EventType, RecordedEvent } from './events.ts';
import { asksForInterim } from './interim.ts';

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
}

function clockEventOf(table: ClockTable, event: RecordedEvent): ClockEvent | null {
  const { type, at } = event;
  if (table.pauses.includes(type)) return { type: 'paused', at, reason: type };
  if (table.resumes.includes(type)) return { type: 'resumed', at };
  if (table.extends.includes(type)) return { type: 'extended', at };
  if (event.type === 'demonstration-aged') return { type: 'shifted', at, days: event.payload.days };
  return null;
}

function needsRemedy(event: RecordedEvent): boolean {
  return event.type !== 'decided' || event.payload.outcome !== 'not_upheld';
}

/** An event that starts a clock only in some cases. */
function starts(kind: ClockKind, event: RecordedEvent): boolean {
  const table: ClockTable = CLOCKS[kind];
  if (!table.starts.includes(event.type) || !needsRemedy(event)) return false;
  return kind !== 'interim' || (event.type === 'filed' && asksForInterim(event.payload));
}

function runFrom(kind: ClockKind, start: RecordedEvent, following: readonly RecordedEvent[]): ClockRun {
  const table: ClockTable = CLOCKS[kind];
  const events: ClockEvent[] = [{ type: 'started', at: start.at }];
  for (const event of following) {
    if (table.stops.includes(event.type)) {
      events.push({ type: 'stopped', at: event.at });
      break;
    }
    const clockEvent = clockEventOf(table, event);
    if (clockEvent !== null) events.push(clockEvent);
  }
  const remedyDays = start.type === 'decided' ? start.payload.remedyDays : null;
  return { kind, startSeq: start.seq, startedAt: start.at, events, remedyDays };
}

/** Every clock that a case's events start, in order. */
export function clockRuns(events: readonly RecordedEvent[]): readonly ClockRun[] {
  const kinds = Object.keys(CLOCKS) as ClockKind[];
  return events.flatMap((event, index) =>
    kinds.filter(kind => starts(kind, event)).map(kind => runFrom(kind, event, events.slice(index + 1))),
  );
}

/** The clock on which a case in a state waits. */
export function awaitedClock(state: string): ClockKind | null {
  if (state === 'served' || state === 'returned') return 'respond';
  if (state === 'answered') return 'confirm';
  return state === 'decided' ? 'remedy' : null;
}
