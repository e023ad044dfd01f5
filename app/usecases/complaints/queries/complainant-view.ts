import { z } from 'zod';
import type {
  SeenAnswer,
  SeenClock,
  SeenDecision,
  SeenEvent,
  SeenEvidence,
  SeenFields,
  SeenMessage,
  SeenSummary,
} from '#app/domain/access/seen-case.ts';
import { visibleTo } from '#app/domain/access/visibility.ts';
import type { RecordedEvent } from '#app/domain/case/events.ts';
import type { CaseStanding, Command } from '#app/domain/case/lifecycle.ts';
import type { NextStep, WaitedClock } from '#app/domain/case/next-step.ts';
import type { Role } from '#app/domain/case/states.ts';
import { PAUSE_REASONS } from '#app/domain/deadline/clock-events.ts';
import { TRACE_REASONS, type TraceLine } from '#app/domain/deadline/trace.ts';
import type { FirstOpenings } from '#app/domain/evidence/custody.ts';

/** Shapes of the JSON columns; answers of imported cases lack what their source did not have. */
export const ANSWERED_ITEMS = z.array(
  z.object({
    issue: z.string(),
    outcome: z.string(),
    cause: z.string().nullish(),
    action: z.string().nullish(),
    date: z.string().nullish(),
    amountMinor: z.number().nullish(),
    proof: z.string().nullish(),
    details: z.record(z.string(), z.string()).default({}),
    evidenceIds: z.array(z.string()).default([]),
  }),
);

export const ATTEMPTS = z.array(
  z.object({
    on: z.string(),
    channel: z.string(),
    result: z.string(),
    ticket: z.string().nullish(),
    note: z.string().nullish(),
  }),
);

export const TRACE = z.array(
  z.object({
    date: z.string(),
    counts: z.boolean(),
    reason: z.enum(TRACE_REASONS),
    number: z.number().optional(),
    holiday: z.object({ ar: z.string(), de: z.string(), en: z.string(), fr: z.string() }).optional(),
    pause: z.enum(PAUSE_REASONS).optional(),
  }),
) satisfies z.ZodType<readonly TraceLine[]>;

export const FACTS = z.record(z.string(), z.unknown());

/** The texts are the complainant's: names of places are in her language. */
export interface OwnSummary
  extends Omit<SeenSummary, 'region' | 'currency' | 'source' | 'servedAt' | 'interim' | 'claimant'> {
  readonly region: string;
  readonly closedAt: string | null;
}

export interface OwnEvent extends Pick<SeenEvent, 'seq' | 'type' | 'at' | 'actorRole'> {
  readonly payload: RecordedEvent['payload'];
}

export interface OwnAnswer extends Omit<SeenAnswer, 'submittedBy' | 'items'> {
  readonly items: z.infer<typeof ANSWERED_ITEMS>;
}

export type OwnDecision = Omit<SeenDecision, 'decidedBy'>;

export interface OwnEvidence extends Omit<SeenEvidence, 'scanState' | 'finding'> {
  readonly opened: FirstOpenings;
}

/** A clock as everybody sees it, with what the next step depends on. */
export interface OwnClock extends WaitedClock, SeenClock {
  readonly startedAt: string;
}

/** A case by the fields of the visibility matrix. */
export interface OwnFields
  extends Pick<SeenFields, 'facts' | 'personal-facts' | 'narrative' | 'identity' | 'contact'> {
  readonly 'case-summary': OwnSummary;
  readonly attempts: z.infer<typeof ATTEMPTS>;
  readonly 'evidence-copy': readonly OwnEvidence[];
  readonly messages: readonly Omit<SeenMessage, 'audience' | 'authorName'>[];
  readonly responses: readonly OwnAnswer[];
  readonly decision: readonly OwnDecision[];
  readonly events: readonly OwnEvent[];
  readonly clocks: readonly OwnClock[];
}

/** A case as one of its parties sees it: what it may see, what happens next, and what it may do now. */
export interface CaseView {
  readonly id: string;
  readonly version: number;
  readonly standing: CaseStanding;
  readonly next: NextStep;
  readonly commands: readonly Command[];
  readonly seen: Partial<OwnFields>;
}

/** What of a case's fields a role sees; the others are absent. */
export function seenBy(role: Role, fields: Partial<OwnFields>): Partial<OwnFields> {
  return visibleTo(role, fields);
}
