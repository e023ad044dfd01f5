import { z } from 'zod';
import { CONSENT_MANNERS, HELP_CHANNELS } from './filing-help.ts';
import {
  CLOSING_REASONS,
  DISPUTE_REASONS,
  INADMISSIBILITY_REASONS,
  INTERIM_DECISIONS,
  OPERATOR_OUTCOMES,
  REGULATOR_OUTCOMES,
} from './outcomes.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const uuid = z.string();
const instant = z.string();
const message = z.object({ messageId: uuid, digest });

const sealedEvidence = z.object({
  evidenceId: uuid,
  sha256: digest,
  size: z.number().int(),
  mediaType: z.string(),
});

/** Staff of the regulator filed in a person's name: how they were reached, and how and when the person agreed. */
const assistedBy = z.object({
  channel: z.enum(HELP_CHANNELS),
  officerId: z.string(),
  officerName: z.string(),
  consent: z.enum(CONSENT_MANNERS),
  consentAt: instant,
});

const filed = z.object({
  reference: z.string(),
  track: z.string(),
  language: z.string(),
  operatorId: z.string(),
  service: z.string(),
  category: z.string(),
  issues: z.array(z.string()),
  region: z.string(),
  commune: z.string().nullable(),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  ongoing: z.boolean(),
  facts: z.record(z.string(), z.unknown()),
  remedySought: z.array(z.string()),
  amountMinor: z.number().int().nullable(),
  currency: z.string(),
  urgent: z.boolean(),
  vulnerability: z.array(z.string()),
  consentToPublish: z.boolean(),
  source: z.string(),
  filedOn: z.string(),
  complainantKey: z.string().nullable(),
  /** SHA-256 over the statement and the identity, with a salt kept beside them: personal data stays out of the chain. */
  statementDigest: digest,
  evidence: z.array(sealedEvidence),
  assistedBy: assistedBy.optional(),
  /** The operator that filed a dispute against another. */
  filedByOrganisation: z.string().optional(),
});

const answered = z.object({
  responseId: uuid,
  number: z.number().int(),
  outcome: z.enum(OPERATOR_OUTCOMES),
  items: z.array(
    z.object({
      issue: z.string(),
      outcome: z.enum(OPERATOR_OUTCOMES),
      date: z.string().nullable(),
      amountMinor: z.number().int().nullable(),
      /** The date lay ahead: the operator is held to it. */
      promised: z.literal(true).optional(),
    }),
  ),
  moneyReturnedMinor: z.number().int(),
  /** Unknown for imported answers whose date isn't recorded. */
  inTime: z.boolean().nullable(),
  days: z.number().int().nullable(),
  digest,
});

/** Why one issue is not solved, the words on it (as digest) and the new proof. */
const disputedIssue = message.partial().extend({
  issue: z.string(),
  reasons: z.array(z.enum(DISPUTE_REASONS)),
  evidenceIds: z.array(uuid),
});

const publicText = z.object({ textId: uuid, digest });

const clock = z.object({ clockId: uuid, clock: z.string(), ruleId: z.string(), dueAt: instant });

/** A rule or calendar came into force and moved deadlines of open clocks: by which version, from when to when. */
const clocksRecomputed = z.object({
  cause: z.enum(['rule', 'calendar']),
  version: z.string(),
  moves: z.array(
    z.object({
      clockId: uuid,
      clock: z.string(),
      fromRule: z.string(),
      toRule: z.string(),
      fromCalendar: z.string(),
      toCalendar: z.string(),
      fromDueAt: instant,
      toDueAt: instant,
    }),
  ),
});

/** The payload of every event type. What a person wrote is in its own table; the event holds its digest. */
export const EVENT_PAYLOADS = {
  filed,
  served: z.object({
    deliveryId: uuid,
    operatorId: z.string(),
    channel: z.string(),
    attempts: z.number().int(),
    /** What proves the delivery (domain/service/outcomes.ts), and the other side's words. */
    proof: z.string().optional(),
    answer: z.string().optional(),
  }),
  'delivery-failed': z.object({ deliveryId: uuid, operatorId: z.string(), error: z.string() }),
  acknowledged: z.object({}),
  'information-requested': message,
  'returned-for-information': message,
  'information-provided': message,
  'extension-granted': message.extend({ ruleId: z.string() }),
  misdirected: message.extend({ suggestedOperatorId: z.string().nullable() }),
  rerouted: message.extend({ fromOperatorId: z.string(), toOperatorId: z.string() }),
  answered,
  accepted: z.object({}),
  disputed: message.extend({
    reasons: z.array(z.enum(DISPUTE_REASONS)),
    issues: z.array(z.string()),
    byIssue: z.array(disputedIssue).optional(),
  }),
  'confirmation-lapsed': clock,
  withdrawn: message,
  'declared-inadmissible': message.extend({ reason: z.enum(INADMISSIBILITY_REASONS) }),
  'review-started': z.object({}),
  escalated: clock,
  'deemed-upheld': clock,
  decided: z.object({
    decisionId: uuid,
    outcome: z.enum(REGULATOR_OUTCOMES),
    remedyDays: z.number().int().nullable(),
    amountMinor: z.number().int().nullable(),
    digest,
  }),
  'interim-decided': message.extend({ decision: z.enum(INTERIM_DECISIONS) }),
  'remedy-reported': message,
  /** What is being done, and until which day; the time to answer runs on. */
  'interim-answered': message.extend({ until: z.string() }),
  'promise-kept': message.extend({ issues: z.array(z.string()) }),
  closed: z.object({ reason: z.enum(CLOSING_REASONS) }),
  'note-added': message,
  'evidence-added': sealedEvidence,
  /** The scanner found something harmful: the file is kept, and nobody gets it. */
  'evidence-quarantined': z.object({ evidenceId: uuid, sha256: digest, finding: z.string() }),
  'message-sent': message,
  'operator-wrote': message,
  /** Which parts were corrected, and the salted digest of what they are now. */
  'personal-data-corrected': z.object({ parts: z.array(z.enum(['identity', 'contact'])), digest }),
  'erasure-requested': z.object({}),
  /** After it, the digests of what was written can no longer be compared with anything. */
  'personal-data-erased': z.object({ reason: z.enum(['retention', 'request']), files: z.number().int() }),
  'public-text-proposed': publicText,
  'public-text-approved': publicText,
  'public-text-refused': publicText,
  'support-closed': z.object({ supporters: z.number().int() }),
  /** A new receipt code was given to who proved to hold the confirmed address; the old one is void. */
  'code-renewed': z.object({}),
  'clocks-recomputed': clocksRecomputed,
  'clock-breached': clock,
  /** The rule lets the breach be published with the operator's name. */
  'breach-published': clock,
  /** The longest pause that the rule allows is over: the clock runs again, whether or not the complainant answered. */
  'clock-resumed': clock,
  'reminder-sent': clock,
  'demonstration-aged': z.object({ days: z.number().int() }),
} as const satisfies Record<string, z.ZodType>;

export type EventType = keyof typeof EVENT_PAYLOADS;
export const EVENT_TYPES = Object.keys(EVENT_PAYLOADS) as readonly EventType[];

export type EventPayload<T extends EventType> = z.infer<(typeof EVENT_PAYLOADS)[T]>;

/** Who reads an event besides the regulator: both parties, the operator, the complainant, or nobody. */
export const EVENT_VISIBILITIES = ['parties', 'operator', 'complainant', 'regulator'] as const;
export type EventVisibility = (typeof EVENT_VISIBILITIES)[number];

const RESTRICTED: Partial<Record<EventType, EventVisibility>> = {
  'note-added': 'regulator',
  'delivery-failed': 'regulator',
  'reminder-sent': 'operator',
  'code-renewed': 'complainant',
};

/** The visibility that every event of a type has. */
export function visibilityOf(type: EventType): EventVisibility {
  return RESTRICTED[type] ?? 'parties';
}

/** An event about to be recorded: the store adds number, actor, time and seal. */
export type EventDraft = {
  [T in EventType]: { readonly type: T; readonly payload: EventPayload<T> };
}[EventType];

/** A recorded event. `at` is an ISO instant in UTC. */
export type RecordedEvent = EventDraft & {
  readonly seq: number;
  readonly at: string;
  readonly actorRole: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly actorOrganisation: string | null;
  readonly visibility: EventVisibility;
  readonly previousHash: string;
  readonly hash: string;
};
