import { collectiveAfter } from './collective-standing.ts';
import type { EventPayload, RecordedEvent } from './events.ts';
import { asksForInterim } from './interim.ts';
import { type CaseStanding, COMMANDS, type Command, stateAfter, transitionOf } from './lifecycle.ts';
import type { ComplainantOutcome, OperatorOutcome, RegulatorOutcome } from './outcomes.ts';
import { type Promised, promisesAfter } from './promises.ts';
import type { CaseState } from './states.ts';

/** A time to answer that an operator let pass before the case went to another one, or to it anew. */
export interface FormerBreach {
  readonly operatorId: string;
  /** Number of the event that took the case from it. */
  readonly reroutedSeq: number;
}

/**
 * What the events say of a case. The `case` row stores exactly this (plus the clock projection), so it can be
 * rebuilt from the events and compared.
 */
export interface CaseProjection extends CaseStanding {
  readonly operatorId: string;
  /** The deadlines missed by operators from which the case was taken since, in the order in which it left them. */
  readonly formerBreaches: readonly FormerBreach[];
  readonly filed: EventPayload<'filed'>;
  readonly filedAt: string;
  readonly servedAt: string | null;
  readonly answeredAt: string | null;
  readonly closedAt: string | null;
  readonly respondBreached: boolean;
  /** Of the first answer; a later one doesn't change what was late. */
  readonly answeredInTime: boolean | null;
  readonly daysToAnswer: number | null;
  readonly operatorOutcome: OperatorOutcome | null;
  readonly complainantOutcome: ComplainantOutcome | null;
  readonly regulatorOutcome: RegulatorOutcome | null;
  readonly moneyReturnedMinor: number;
  readonly promises: readonly Promised[];
  readonly lastSeq: number;
  readonly lastHash: string;
}

/** The command that an event records: each event type belongs to one command of the lifecycle. */
export function commandRecordedBy(type: RecordedEvent['type']): Command {
  const command = COMMANDS.find(candidate => transitionOf(candidate).event === type);
  if (command === undefined) throw new Error(`no command records the event ${type}`);
  return command;
}

function begin(event: RecordedEvent & { type: 'filed' }): CaseProjection {
  return {
    state: 'filed',
    returnedFrom: null,
    operatorId: event.payload.operatorId,
    formerBreaches: [],
    filed: event.payload,
    filedAt: event.at,
    servedAt: null,
    acknowledgedAt: null,
    answeredAt: null,
    closedAt: null,
    respondBreached: false,
    answeredInTime: null,
    daysToAnswer: null,
    extended: false,
    disputes: 0,
    answers: 0,
    collective: collectiveAfter(null, event),
    interim: asksForInterim(event.payload) ? 'requested' : null,
    operatorOutcome: null,
    complainantOutcome: null,
    regulatorOutcome: null,
    moneyReturnedMinor: 0,
    promises: [],
    lastSeq: event.seq,
    lastHash: event.hash,
  };
}

function changesOf(current: CaseProjection, event: RecordedEvent): Partial<CaseProjection> {
  switch (event.type) {
    case 'served':
      return { servedAt: event.at };
    case 'acknowledged':
      return { acknowledgedAt: event.at };
    case 'information-requested':
    case 'returned-for-information':
      return { returnedFrom: current.state };
    case 'information-provided':
      return { returnedFrom: null };
    case 'extension-granted':
      return { extended: true };
    case 'rerouted':
      return reroutedChanges(current, event);
    case 'answered':
      return answeredChanges(current, event);
    case 'accepted':
      return { complainantOutcome: 'confirmed' };
    case 'disputed':
      return { complainantOutcome: 'disputed', disputes: current.disputes + 1 };
    case 'confirmation-lapsed':
      return { complainantOutcome: 'unconfirmed' };
    case 'clock-breached':
      return event.payload.clock === 'respond' ? breachedChanges(current) : {};
    case 'deemed-upheld':
      return { regulatorOutcome: 'deemed_upheld' };
    case 'interim-decided':
      return { interim: event.payload.decision };
    case 'decided':
      return { regulatorOutcome: event.payload.outcome };
    default:
      return {};
  }
}

function reroutedChanges(
  current: CaseProjection,
  event: RecordedEvent & { type: 'rerouted' },
): Partial<CaseProjection> {
  return {
    operatorId: event.payload.toOperatorId,
    servedAt: null,
    acknowledgedAt: null,
    extended: false,
    // The next operator has a time of its own: what the former one missed stays the former one's.
    respondBreached: false,
    formerBreaches: current.respondBreached
      ? [...current.formerBreaches, { operatorId: current.operatorId, reroutedSeq: event.seq }]
      : current.formerBreaches,
  };
}

/** A recorded breach is not undone by an answer that says it came in time, before or after. */
function breachedChanges({ answeredInTime }: CaseProjection): Partial<CaseProjection> {
  return { respondBreached: true, answeredInTime: answeredInTime === null ? null : false };
}

function answeredChanges(
  current: CaseProjection,
  event: RecordedEvent & { type: 'answered' },
): Partial<CaseProjection> {
  const first = current.answers === 0;
  const inTime = event.payload.inTime === true ? !current.respondBreached : event.payload.inTime;
  return {
    answers: current.answers + 1,
    answeredAt: current.answeredAt ?? event.at,
    // The worker may not have come to record the breach before the late answer was given.
    respondBreached: current.respondBreached || (first && inTime === false),
    answeredInTime: first ? inTime : current.answeredInTime,
    daysToAnswer: first ? event.payload.days : current.daysToAnswer,
    operatorOutcome: event.payload.outcome,
    moneyReturnedMinor: event.payload.moneyReturnedMinor,
    complainantOutcome: null,
  };
}

const CLOSING_STATES: readonly CaseState[] = ['closed', 'inadmissible', 'withdrawn'];

/** The projection after one more event; `null` before the first one, which must be `filed`. */
export function applyEvent(current: CaseProjection | null, event: RecordedEvent): CaseProjection {
  if (event.type === 'filed') return begin(event);
  if (current === null) throw new Error('the first event of a case must be "filed"');
  const state = stateAfter(commandRecordedBy(event.type), current);
  return {
    ...current,
    ...changesOf(current, event),
    collective: collectiveAfter(current.collective ?? null, event),
    promises: promisesAfter(current.promises, event),
    state,
    closedAt: CLOSING_STATES.includes(state) ? (current.closedAt ?? event.at) : null,
    lastSeq: event.seq,
    lastHash: event.hash,
  };
}

/** The projection of a whole log, in its order of numbers. */
export function projectCase(events: readonly RecordedEvent[]): CaseProjection {
  const projection = events.reduce<CaseProjection | null>(applyEvent, null);
  if (projection === null) throw new Error('a case has at least one event');
  return projection;
}
