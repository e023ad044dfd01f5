import { z } from 'zod';
import type {
  ClockStanding,
  SeenAnswer,
  SeenClock,
  SeenDecision,
  SeenDelivery,
  SeenDisputedIssue,
  SeenEvent,
  SeenEvidence,
  SeenMessage,
  SeenRule,
} from '#app/domain/access/seen-case.ts';
import type { EventType, EventVisibility } from '#app/domain/case/events.ts';
import { PROMISE_RULE, PROMISE_RULE_ID } from '#app/domain/case/promises.ts';
import type { Role } from '#app/domain/case/states.ts';
import type { ClockInputs } from '#app/domain/deadline/clock-inputs.ts';
import { recountPath } from '#app/domain/deadline/recount.ts';
import type { ClockKind, DeadlineRule } from '#app/domain/deadline/rule.ts';
import type { CopyState } from '#app/domain/evidence/copy.ts';
import { isReleased, type ScanState } from '#app/domain/evidence/standing.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { daysBetween, localDateOf } from '#app/domain/shared/plain-date.ts';
import type {
  CaseEvent,
  CaseMessage,
  Clock,
  Decision,
  Delivery,
  DeliveryAttempt,
  Evidence,
  Response,
} from '#app/platform/db/generated/client.ts';
import { standingOfEvidence } from '../../evidence/evidence-standing.server.ts';
import { moneyOf } from './case-record.server.ts';
import { TRACE } from './complainant-view.ts';

/** Answers of imported cases lack what their source did not have. */
const ITEMS = z.array(
  z.object({
    issue: z.string(),
    outcome: z.string(),
    cause: z.string().nullish().default(null),
    action: z.string().nullish().default(null),
    date: z.string().nullish().default(null),
    amountMinor: z.number().nullish().default(null),
    proof: z.string().nullish().default(null),
    details: z.record(z.string(), z.string()).default({}),
    evidenceIds: z.array(z.string()).default([]),
  }),
);

export function seenMessage(row: CaseMessage): SeenMessage {
  const { id, kind, authorRole, authorName, body } = row;
  const audience = row.audience as EventVisibility;
  return { id, kind, audience, authorRole, authorName, body, at: row.at.toISOString() };
}

export function seenAnswer(row: Response): SeenAnswer {
  const { id, number, message, submittedBy } = row;
  const items = ITEMS.parse(row.items).map(({ cause, action, date, amountMinor, proof, ...item }) => ({
    ...item,
    cause: cause ?? null,
    action: action ?? null,
    date: date ?? null,
    amountMinor: amountMinor ?? null,
    proof: proof ?? null,
  }));
  return { id, number, message, submittedBy, items, at: row.at.toISOString() };
}

export function seenDecision(row: Decision, currency: string): SeenDecision {
  const { id, outcome, reasons, remedy, remedyDays, decidedBy } = row;
  const amount = moneyOf(row.amountMinor, currency);
  return { id, outcome, reasons, remedy, remedyDays, decidedBy, amount, at: row.at.toISOString() };
}

export function seenDelivery(row: Delivery & { readonly tries: readonly DeliveryAttempt[] }): SeenDelivery {
  const { id, channel, recipient, state, attempts, lastError, reason, proof } = row;
  return {
    ...{ id, channel, recipient, state, attempts, lastError, reason, proof },
    queuedAt: row.queuedAt.toISOString(),
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    openedAt: row.openedAt?.toISOString() ?? null,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    tries: row.tries.map(({ at, outcome, status, answer }) => ({
      ...{ outcome, status, answer },
      at: at.toISOString(),
    })),
  };
}

export function seenEvidence(row: Evidence): SeenEvidence {
  const { id, fileName, mediaType, size, sha256, uploadedByRole, copyMediaType, copyError } = row;
  const standing = standingOfEvidence(row);
  return {
    ...{ id, fileName, mediaType, size, sha256, uploadedByRole, copyMediaType, copyError, standing },
    copyState: isReleased(standing) ? (row.copyState as CopyState) : 'pending',
    scanState: row.scanState as ScanState,
    finding: row.scanFinding,
    pages: row.pageCount,
    previews: row.previewKeys.length,
    uploadedAt: row.uploadedAt.toISOString(),
  };
}

const DISPUTED_ISSUE = z.object({
  issue: z.string(),
  reasons: z.array(z.string()),
  messageId: z.string().optional(),
  evidenceIds: z.array(z.string()),
});

/** What of an event's payload a timeline tells. */
const TOLD = z.object({
  messageId: z.string().optional(),
  evidenceId: z.string().optional(),
  outcome: z.string().optional(),
  reason: z.string().optional(),
  clock: z.string().optional(),
  reasons: z.array(z.string()).optional(),
  byIssue: z.array(DISPUTED_ISSUE).default([]),
});

const DETAIL_KEYS: Partial<Record<EventType, string>> = {
  answered: 'operatorOutcome',
  decided: 'regulatorOutcome',
  disputed: 'disputeReason',
  'declared-inadmissible': 'inadmissibilityReason',
  closed: 'closingReason',
  'clock-breached': 'clock',
  'breach-published': 'clock',
  'clock-resumed': 'clock',
  'reminder-sent': 'clock',
};

interface EventContext {
  /** Messages that the reader may read, by id. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, string>;
  readonly operators: ReadonlyMap<string, string>;
}

function seenDisputedIssue(
  { issue, reasons, messageId, evidenceIds }: z.infer<typeof DISPUTED_ISSUE>,
  { bodies, files }: EventContext,
): SeenDisputedIssue {
  return {
    issue,
    reasons: reasons.map(reason => `disputeReason.${reason}`),
    message: messageId === undefined ? null : (bodies.get(messageId) ?? null),
    fileNames: evidenceIds.flatMap(id => files.get(id) ?? []),
  };
}

export function seenEvent(row: CaseEvent, context: EventContext): SeenEvent {
  const { bodies, files, operators } = context;
  const type = row.type as EventType;
  const { messageId, evidenceId, outcome, reason, clock, reasons, byIssue } = TOLD.parse(row.payload);
  const key = DETAIL_KEYS[type];
  const told = reasons ?? [outcome ?? reason ?? clock].filter(detail => detail !== undefined);
  const organisation = row.actorOrganisation;
  return {
    seq: row.seq,
    type,
    at: row.at.toISOString(),
    actorRole: row.actorRole as Role,
    actorName: row.actorName,
    actorOrganisation: organisation === null ? null : (operators.get(organisation) ?? organisation),
    message: messageId === undefined ? null : (bodies.get(messageId) ?? null),
    details: key === undefined ? [] : told.map(detail => `${key}.${detail}`),
    fileName: evidenceId === undefined ? null : (files.get(evidenceId) ?? null),
    byIssue: byIssue.map(about => seenDisputedIssue(about, context)),
  };
}

/** By which events each clock is kept; other events only end it. */
const KEPT_BY = {
  acknowledge: ['acknowledged', 'answered', 'interim-answered', 'information-requested', 'extension-granted'],
  respond: ['answered'],
  confirm: ['accepted', 'disputed'],
  remedy: ['remedy-reported', 'promise-kept', 'accepted'],
  interim: ['interim-decided'],
  inform: ['operator-wrote', 'information-requested', 'extension-granted', 'answered'],
} as const satisfies Record<ClockKind, readonly EventType[]>;

/** A deadline this near is said to be soon, in calendar days. */
const SOON_DAYS = 2;

interface ClockContext {
  readonly profile: Profile;
  readonly events: readonly CaseEvent[];
  /** ISO instant. */
  readonly now: string;
}

function standingOf(row: Clock, daysLeft: number, { events, now }: ClockContext): ClockStanding {
  if (row.state === 'stopped') {
    const kept: readonly string[] = KEPT_BY[row.kind as ClockKind];
    const stop = row.stoppedAt?.getTime();
    const byWhom = events.some(event => event.at.getTime() === stop && kept.includes(event.type));
    if (row.breachedAt !== null || (stop ?? 0) > row.dueAt.getTime()) return 'breached';
    return byWhom ? 'met' : 'stopped';
  }
  if (row.state === 'paused') return 'paused';
  if (row.state === 'breached' || row.dueAt.toISOString() < now) return 'overdue';
  return daysLeft <= SOON_DAYS ? 'soon' : 'running';
}

/** The rule of a stored clock; a promise's is no profile's. */
export function shownRule(profile: Profile, ruleId: string): DeadlineRule | undefined {
  return ruleId === PROMISE_RULE_ID
    ? { ...PROMISE_RULE, amount: 0 }
    : profile.rules.find(({ id }) => id === ruleId);
}

function seenRule({ id, text, source, assumed, extension, unit }: DeadlineRule): SeenRule {
  const inHours = unit === 'hours';
  return { id, text, source, assumed: assumed === true, extension: extension ?? null, inHours };
}

/** What was stored when the clock was written: nothing else writes the column. */
function recountOf({ ruleId, calendarVersion, inputs }: Clock): string | null {
  // A promise has no rule to count again by: its date is its own.
  if (ruleId === PROMISE_RULE_ID) return null;
  return inputs === null ? null : recountPath(ruleId, calendarVersion, inputs as unknown as ClockInputs);
}

export function seenClock(row: Clock, context: ClockContext): SeenClock {
  const { profile, now } = context;
  const dueOn = localDateOf(row.dueAt.toISOString(), profile.timeZone);
  const until = localDateOf(row.stoppedAt?.toISOString() ?? now, profile.timeZone);
  const daysLeft = daysBetween(until, dueOn);
  const rule = shownRule(profile, row.ruleId);
  return {
    id: row.id,
    kind: row.kind as ClockKind,
    standing: standingOf(row, daysLeft, context),
    startedAt: row.startedAt.toISOString(),
    dueOn,
    dueAt: row.dueAt.toISOString(),
    daysLeft,
    calendarVersion: row.calendarVersion,
    resumesAt: row.resumesAt?.toISOString() ?? null,
    published: row.publishedAt !== null,
    recount: recountOf(row),
    trace: TRACE.parse(row.trace),
    rule: rule === undefined ? null : seenRule(rule),
  };
}
