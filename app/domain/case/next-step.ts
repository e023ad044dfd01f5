import { isBreached } from '../deadline/deadline.ts';
import type { BreachConsequence, ClockKind } from '../deadline/rule.ts';
import type { Instant } from '../shared/plain-date.ts';
import { awaitedClock } from './clock-runs.ts';
import { type CaseStanding, isPermitted } from './lifecycle.ts';
import type { CaseState } from './states.ts';

/** Whose turn it is; `portal` delivers on its own, `nobody` when a case is over. */
export type Party = 'complainant' | 'operator' | 'regulator' | 'portal' | 'nobody';

/** What a case waits for, in the order of its life. */
const NEXT_STEPS = {
  deliver: 'portal',
  answer: 'operator',
  'answer-overdue': 'operator',
  'give-information': 'complainant',
  judge: 'complainant',
  'answer-again-or-review': 'operator',
  'take-up': 'regulator',
  decide: 'regulator',
  remedy: 'operator',
  'remedy-overdue': 'operator',
  close: 'regulator',
  reroute: 'regulator',
  over: 'nobody',
} as const satisfies Record<string, Party>;

export type NextStepKind = keyof typeof NEXT_STEPS;

/** A clock of the case as far as the next step depends on it. */
export interface WaitedClock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly state: 'running' | 'paused' | 'stopped' | 'breached';
  readonly dueAt: Instant;
  readonly consequence: BreachConsequence;
}

export interface NextStep {
  readonly kind: NextStepKind;
  readonly party: Party;
  /** The clock by which the step is due, whose trace says why; null where no rule sets a date. */
  readonly clockId: string | null;
  readonly dueAt: Instant | null;
  readonly overdue: boolean;
  /** The clock stands: the date is the latest possible, and gets earlier if it goes on before the rule's cap. */
  readonly paused: boolean;
  /** What the rule does when nothing happens until then; null without a date. */
  readonly consequence: BreachConsequence | null;
}

interface Question {
  readonly standing: CaseStanding;
  /** All clocks of the case, in the order in which they started. */
  readonly clocks: readonly WaitedClock[];
  readonly now: Instant;
}

const STEP_OF_STATE = {
  draft: 'deliver',
  filed: 'deliver',
  served: 'answer',
  returned: 'give-information',
  answered: 'judge',
  disputed: 'answer-again-or-review',
  misdirected: 'reroute',
  under_review: 'decide',
  decided: 'remedy',
  resolved: 'close',
  closed: 'over',
  inadmissible: 'over',
  withdrawn: 'over',
} as const satisfies Record<CaseState, NextStepKind>;

function kindOf(standing: CaseStanding, clock: WaitedClock | undefined, overdue: boolean): NextStepKind {
  const kind = STEP_OF_STATE[standing.state];
  if (kind === 'answer' && overdue) return 'answer-overdue';
  if (kind === 'answer-again-or-review' && !isPermitted('answer', 'liaison', standing)) return 'take-up';
  if (kind === 'remedy' && clock === undefined) return 'close';
  return kind === 'remedy' && overdue ? 'remedy-overdue' : kind;
}

/**
 * What happens next in a case, who must act, by when and what follows from silence: the answer to "and now?" that
 * every party reads. The date is that of the clock on which the case waits.
 */
export function nextStep({ standing, clocks, now }: Question): NextStep {
  const awaited = awaitedClock(standing.state);
  const clock = clocks.findLast(({ kind, state }) => kind === awaited && state !== 'stopped');
  const paused = clock?.state === 'paused';
  const overdue = clock !== undefined && isBreached(clock.dueAt, now);
  const kind = kindOf(standing, clock, overdue);
  return {
    kind,
    party: NEXT_STEPS[kind],
    clockId: clock?.id ?? null,
    dueAt: clock?.dueAt ?? null,
    overdue,
    paused,
    consequence: clock?.consequence ?? null,
  };
}
