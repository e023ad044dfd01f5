import { z } from 'zod';
import type { SeenClock as ShownClock } from '#app/domain/access/seen-case.ts';
import { visibleTo } from '#app/domain/access/visibility.ts';
import type { EventType, RecordedEvent } from '#app/domain/case/events.ts';
import type { HelpChannel } from '#app/domain/case/filing-help.ts';
import type { CaseStanding, Command } from '#app/domain/case/lifecycle.ts';
import type { NextStep, WaitedClock } from '#app/domain/case/next-step.ts';
import type { Role } from '#app/domain/case/states.ts';
import { PAUSE_REASONS } from '#app/domain/deadline/clock-events.ts';
import { TRACE_REASONS, type TraceLine } from '#app/domain/deadline/trace.ts';
import type { CopyState } from '#app/domain/evidence/copy.ts';
import type { FirstOpenings } from '#app/domain/evidence/custody.ts';
import type { EvidenceStanding } from '#app/domain/evidence/standing.ts';
import type { Money } from '#app/domain/shared/money.ts';

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

export interface CaseSummary {
  readonly reference: string;
  readonly operator: { readonly id: string; readonly name: string };
  readonly track: string;
  readonly service: string;
  readonly category: string;
  readonly issues: readonly string[];
  readonly region: string;
  readonly commune: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly ongoing: boolean;
  readonly remedySought: readonly string[];
  readonly amount: Money | null;
  readonly urgent: boolean;
  readonly vulnerability: readonly string[];
  readonly consentToPublish: boolean;
  readonly language: string;
  readonly filedAt: string;
  readonly closedAt: string | null;
  /** How the regulator's staff helped to file; null where nobody did. */
  readonly assisted: { readonly channel: HelpChannel; readonly on: string } | null;
  readonly outcomes: {
    readonly operator: string | null;
    readonly complainant: string | null;
    readonly regulator: string | null;
  };
}

export interface SeenEvent {
  readonly seq: number;
  readonly type: EventType;
  readonly at: string;
  readonly actorRole: Role;
  readonly payload: RecordedEvent['payload'];
}

interface SeenMessage {
  readonly id: string;
  readonly kind: string;
  readonly authorRole: string;
  readonly body: string;
  readonly at: string;
}

export interface SeenResponse {
  readonly id: string;
  readonly number: number;
  readonly at: string;
  readonly message: string;
  readonly items: z.infer<typeof ANSWERED_ITEMS>;
}

export interface SeenDecision {
  readonly id: string;
  readonly outcome: string;
  readonly reasons: string;
  readonly remedy: string | null;
  readonly remedyDays: number | null;
  readonly amount: Money | null;
  readonly at: string;
}

export interface SeenEvidence {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly uploadedByRole: string;
  readonly uploadedAt: string;
  readonly copyState: CopyState;
  readonly copyMediaType: string | null;
  readonly copyError: string | null;
  readonly standing: EvidenceStanding;
  /** Of a document. */
  readonly pages: number | null;
  /** How many small pictures there are. */
  readonly previews: number;
  readonly opened: FirstOpenings;
}

/** A clock as everybody sees it, with what the next step depends on. */
export interface SeenClock extends WaitedClock, ShownClock {
  readonly startedAt: string;
}

/** A case by the fields of the visibility matrix. */
export interface CaseFields {
  readonly 'case-summary': CaseSummary;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly 'personal-facts': Readonly<Record<string, unknown>>;
  readonly narrative: string;
  readonly attempts: z.infer<typeof ATTEMPTS>;
  readonly identity: {
    readonly name: string;
    readonly lineNumber: string | null;
    readonly organisationName: string | null;
    readonly organisationNumber: string | null;
  };
  readonly contact: { readonly email: string | null; readonly phone: string | null };
  readonly 'evidence-copy': readonly SeenEvidence[];
  readonly messages: readonly SeenMessage[];
  readonly responses: readonly SeenResponse[];
  readonly decision: readonly SeenDecision[];
  readonly events: readonly SeenEvent[];
  readonly clocks: readonly SeenClock[];
}

/** A case as one of its parties sees it: what it may see, what happens next, and what it may do now. */
export interface CaseView {
  readonly id: string;
  readonly version: number;
  readonly standing: CaseStanding;
  readonly next: NextStep;
  readonly commands: readonly Command[];
  readonly seen: Partial<CaseFields>;
}

/** What of a case's fields a role sees; the others are absent. */
export function seenBy(role: Role, fields: Partial<CaseFields>): Partial<CaseFields> {
  return visibleTo(role, fields);
}
