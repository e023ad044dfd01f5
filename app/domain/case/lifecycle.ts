import type { CollectiveStanding } from './collective-standing.ts';
import type { EventType } from './events.ts';
import type { InterimStanding } from './interim.ts';
import type { Promised } from './promises.ts';
import type { CaseState, Role } from './states.ts';

/**
 * What follows a command besides the change of state. Clocks are recomputed from the events (clock-events.ts);
 * the effects here are the jobs that the use case inserts in the same transaction.
 */
export type Effect =
  | 'serve-operator'
  | 'mail-receipt'
  | 'mail-complainant'
  | 'mail-operator'
  | 'mail-regulator';

interface Transition {
  readonly from: readonly CaseState[];
  /** `same`: a fact is added, the state stays; `back`: the state from which the case was returned. */
  readonly to: CaseState | 'same' | 'back';
  readonly roles: readonly Role[];
  readonly event: EventType;
  readonly effects: readonly Effect[];
}

const ANSWERABLE = ['served', 'returned', 'disputed'] as const satisfies readonly CaseState[];
const OVER = ['closed', 'inadmissible', 'withdrawn'] as const satisfies readonly CaseState[];
const OPEN = [
  'filed',
  'served',
  'answered',
  'resolved',
  'disputed',
  'under_review',
  'decided',
  'returned',
  'misdirected',
] as const satisfies readonly CaseState[];

/**
 * The life of a case, as a table that a lawyer can check: in which states who may do what, where it leads and
 * which event records it. Everything else (types, buttons, permission checks, tests, documentation) reads it.
 */
export const LIFECYCLE = {
  file: {
    from: ['draft'],
    to: 'filed',
    roles: ['complainant', 'system'],
    event: 'filed',
    effects: ['serve-operator', 'mail-receipt'],
  },
  serve: { from: ['filed'], to: 'served', roles: ['system'], event: 'served', effects: ['mail-complainant'] },
  'note-failed-delivery': {
    from: ['filed'],
    to: 'same',
    roles: ['system'],
    event: 'delivery-failed',
    effects: [],
  },
  acknowledge: { from: ['served'], to: 'same', roles: ['liaison'], event: 'acknowledged', effects: [] },
  'request-information': {
    from: ['served'],
    to: 'returned',
    roles: ['liaison'],
    event: 'information-requested',
    effects: ['mail-complainant'],
  },
  'return-for-information': {
    from: ['filed', 'served', 'disputed', 'under_review'],
    to: 'returned',
    roles: ['case_officer'],
    event: 'returned-for-information',
    effects: ['mail-complainant'],
  },
  'provide-information': {
    from: ['returned'],
    to: 'back',
    roles: ['complainant'],
    event: 'information-provided',
    effects: ['mail-operator'],
  },
  'request-extension': {
    from: ['served'],
    to: 'same',
    roles: ['liaison'],
    event: 'extension-granted',
    effects: ['mail-complainant'],
  },
  misdirect: {
    from: ['served'],
    to: 'misdirected',
    roles: ['liaison'],
    event: 'misdirected',
    effects: ['mail-regulator'],
  },
  reroute: {
    from: ['filed', 'served', 'misdirected'],
    to: 'filed',
    roles: ['case_officer'],
    event: 'rerouted',
    effects: ['serve-operator', 'mail-complainant'],
  },
  answer: {
    from: ANSWERABLE,
    to: 'answered',
    roles: ['liaison'],
    event: 'answered',
    effects: ['mail-complainant'],
  },
  'answer-interim': {
    from: ANSWERABLE,
    to: 'same',
    roles: ['liaison'],
    event: 'interim-answered',
    effects: ['mail-complainant'],
  },
  accept: {
    from: ['answered'],
    to: 'resolved',
    roles: ['complainant'],
    event: 'accepted',
    effects: ['mail-operator'],
  },
  dispute: {
    from: ['answered'],
    to: 'disputed',
    roles: ['complainant'],
    event: 'disputed',
    effects: ['mail-operator', 'mail-regulator'],
  },
  'lapse-confirmation': {
    from: ['answered'],
    to: 'closed',
    roles: ['system'],
    event: 'confirmation-lapsed',
    effects: ['mail-complainant'],
  },
  withdraw: {
    from: ['filed', 'served', 'answered', 'disputed', 'returned', 'misdirected', 'under_review'],
    to: 'withdrawn',
    roles: ['complainant'],
    event: 'withdrawn',
    effects: ['mail-operator'],
  },
  'declare-inadmissible': {
    from: ['filed', 'served', 'returned', 'misdirected', 'under_review'],
    to: 'inadmissible',
    roles: ['case_officer'],
    event: 'declared-inadmissible',
    effects: ['mail-complainant', 'mail-operator'],
  },
  'take-under-review': {
    from: ['served', 'answered', 'disputed', 'misdirected'],
    to: 'under_review',
    roles: ['case_officer'],
    event: 'review-started',
    effects: ['mail-complainant', 'mail-operator'],
  },
  escalate: {
    from: ['served'],
    to: 'under_review',
    roles: ['system'],
    event: 'escalated',
    effects: ['mail-complainant', 'mail-operator'],
  },
  'deem-upheld': {
    from: ['served'],
    to: 'decided',
    roles: ['system'],
    event: 'deemed-upheld',
    effects: ['mail-complainant', 'mail-operator'],
  },
  decide: {
    from: ['under_review'],
    to: 'decided',
    roles: ['case_officer'],
    event: 'decided',
    effects: ['mail-complainant', 'mail-operator'],
  },
  'decide-interim': {
    from: ['filed', 'served', 'answered', 'disputed', 'under_review', 'returned', 'misdirected'],
    to: 'same',
    roles: ['case_officer'],
    event: 'interim-decided',
    effects: ['mail-complainant', 'mail-operator'],
  },
  'report-remedy': {
    from: ['decided'],
    to: 'same',
    roles: ['liaison'],
    event: 'remedy-reported',
    effects: ['mail-complainant'],
  },
  // A promise outlives a case that the complainant's silence has closed.
  'keep-promise': {
    from: [...OPEN, 'closed'],
    to: 'same',
    roles: ['liaison'],
    event: 'promise-kept',
    effects: ['mail-complainant'],
  },
  close: {
    from: ['resolved', 'decided'],
    to: 'closed',
    roles: ['case_officer', 'system'],
    event: 'closed',
    effects: ['mail-complainant'],
  },
  note: {
    from: [...OPEN, ...OVER],
    to: 'same',
    roles: ['case_officer', 'auditor', 'administrator'],
    event: 'note-added',
    effects: [],
  },
  'add-evidence': {
    from: OPEN,
    to: 'same',
    roles: ['complainant', 'liaison'],
    event: 'evidence-added',
    effects: [],
  },
  'quarantine-evidence': {
    from: [...OPEN, 'closed', 'inadmissible', 'withdrawn'],
    to: 'same',
    roles: ['system'],
    event: 'evidence-quarantined',
    effects: ['mail-complainant', 'mail-operator', 'mail-regulator'],
  },
  'send-message': {
    from: OPEN,
    to: 'same',
    roles: ['complainant'],
    event: 'message-sent',
    effects: ['mail-operator'],
  },
  'write-to-complainant': {
    from: OPEN,
    to: 'same',
    roles: ['liaison'],
    event: 'operator-wrote',
    effects: ['mail-complainant'],
  },
  'correct-data': {
    from: [...OPEN, ...OVER],
    to: 'same',
    roles: ['complainant'],
    event: 'personal-data-corrected',
    effects: [],
  },
  'request-erasure': {
    from: OVER,
    to: 'same',
    roles: ['complainant'],
    event: 'erasure-requested',
    effects: [],
  },
  erase: { from: OVER, to: 'same', roles: ['system'], event: 'personal-data-erased', effects: [] },
  'propose-public-text': {
    from: OPEN,
    to: 'same',
    roles: ['complainant'],
    event: 'public-text-proposed',
    effects: ['mail-regulator'],
  },
  'approve-public-text': {
    from: OPEN,
    to: 'same',
    roles: ['case_officer'],
    event: 'public-text-approved',
    effects: ['mail-complainant'],
  },
  'refuse-public-text': {
    from: OPEN,
    to: 'same',
    roles: ['case_officer'],
    event: 'public-text-refused',
    effects: ['mail-complainant'],
  },
  'close-support': {
    from: OPEN,
    to: 'same',
    roles: ['case_officer'],
    event: 'support-closed',
    effects: ['mail-complainant'],
  },
  'renew-code': {
    from: [...OPEN, 'closed', 'inadmissible', 'withdrawn'],
    to: 'same',
    roles: ['system'],
    event: 'code-renewed',
    effects: [],
  },
  // Also in a case that ended while the worker was on its way through the cases that a version moves.
  'recompute-clocks': {
    from: [...OPEN, ...OVER],
    to: 'same',
    roles: ['system'],
    event: 'clocks-recomputed',
    effects: [],
  },
  'record-breach': {
    from: [...OPEN, 'closed'],
    to: 'same',
    roles: ['system'],
    event: 'clock-breached',
    effects: ['mail-operator', 'mail-regulator'],
  },
  'publish-breach': { from: OPEN, to: 'same', roles: ['system'], event: 'breach-published', effects: [] },
  'resume-clock': {
    from: OPEN,
    to: 'same',
    roles: ['system'],
    event: 'clock-resumed',
    effects: ['mail-operator'],
  },
  remind: { from: [...OPEN, 'closed'], to: 'same', roles: ['system'], event: 'reminder-sent', effects: [] },
  age: { from: OPEN, to: 'same', roles: ['system'], event: 'demonstration-aged', effects: [] },
} as const satisfies Record<string, Transition>;

export type Command = keyof typeof LIFECYCLE;

export const COMMANDS = Object.keys(LIFECYCLE) as readonly Command[];

/** The table's line for a command, with its literal types widened. */
export function transitionOf(command: Command): Transition {
  return LIFECYCLE[command];
}

/** What the guards look at besides the state. */
export interface CaseStanding {
  readonly state: CaseState;
  readonly returnedFrom: CaseState | null;
  readonly acknowledgedAt: string | null;
  readonly extended: boolean;
  readonly disputes: number;
  readonly answers: number;
  /** Absent or null for every track but the collective one. */
  readonly collective?: CollectiveStanding | null;
  /** What the operator promised and has neither kept nor been released from. */
  readonly promises?: readonly Promised[];
  /** Null where no interim measure was asked. */
  readonly interim: InterimStanding | null;
}

/** How often a complainant may send a case back to the operator before the regulator takes it. */
const MAXIMUM_ANSWERS = 2;

/** Conditions beyond state and role; each returns whether the command is still open to anybody. */
const GUARDS: Partial<Record<Command, (standing: CaseStanding) => boolean>> = {
  acknowledge: standing => standing.acknowledgedAt === null,
  'decide-interim': standing => standing.interim === 'requested',
  'request-extension': standing => !standing.extended,
  'keep-promise': ({ promises = [] }) => promises.length > 0,
  // Closed cases have no other clock than a promise's.
  'record-breach': ({ state, promises = [] }) => state !== 'closed' || promises.length > 0,
  remind: ({ state, promises = [] }) => state !== 'closed' || promises.length > 0,
  'answer-interim': ({ answers, state, returnedFrom }) =>
    answers < MAXIMUM_ANSWERS && (state !== 'returned' || returnedFrom === 'served'),
  // A case that the regulator sent back is not the operator's to answer.
  answer: ({ answers, state, returnedFrom }) =>
    answers < MAXIMUM_ANSWERS && (state !== 'returned' || returnedFrom === 'served'),
  'propose-public-text': ({ collective }) => collective?.support === 'open' && !collective.textWaits,
  'approve-public-text': ({ collective }) => collective?.textWaits === true,
  'refuse-public-text': ({ collective }) => collective?.textWaits === true,
  'close-support': ({ collective }) => collective?.support === 'open' && collective.published,
};

/** Whether `role` may give `command` to a case that stands so. The rows it may reach are the database's matter. */
export function isPermitted(command: Command, role: Role, standing: CaseStanding): boolean {
  const { from, roles } = transitionOf(command);
  return from.includes(standing.state) && roles.includes(role) && (GUARDS[command]?.(standing) ?? true);
}

/** Every command that `role` may give now; pages show these as buttons, use cases refuse the others. */
export function permittedCommands(role: Role, standing: CaseStanding): readonly Command[] {
  return COMMANDS.filter(command => isPermitted(command, role, standing));
}

/** Where a command leads from a standing. */
export function stateAfter(
  command: Command,
  standing: Pick<CaseStanding, 'state' | 'returnedFrom'>,
): CaseState {
  const { to } = transitionOf(command);
  if (to === 'same') return standing.state;
  if (to === 'back') return standing.returnedFrom ?? 'served';
  return to;
}
