import { GENESIS_HASH, sealedText } from '#app/domain/case/event-chain.ts';
import {
  EVENT_PAYLOADS,
  type EventDraft,
  type EventType,
  type RecordedEvent,
  visibilityOf,
} from '#app/domain/case/events.ts';
import { applyEvent, type CaseProjection, projectCase } from '#app/domain/case/projection.ts';
import type { Actor } from '#app/domain/case/states.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { deltasBetween } from '#app/domain/statistics/contribution.ts';
import { derivedUuid, sha256 } from '#app/platform/crypto.server.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { CaseEvent } from '#app/platform/db/generated/client.ts';
import { isUniqueViolation } from '#app/platform/db/unique-violation.server.ts';
import { activeProfile } from '../profile.server.ts';
import { changingRow, eventRow, formerBreachRow, statRow } from './case-rows.ts';
import { dueClockOf, type ProjectedClock, projectClocks } from './project-clocks.ts';
import { type RowsToWrite, writeRows } from './write-rows.server.ts';

/** A case as a command finds it: its log and what follows from it. */
export interface LoadedCase {
  readonly id: string;
  readonly events: readonly RecordedEvent[];
  readonly projection: CaseProjection;
  readonly clocks: readonly ProjectedClock[];
}

/** Who records, and when. `at` is an ISO instant. */
export interface Recording {
  readonly actor: Actor;
  readonly at: string;
}

/** A stored event as the domain knows it. @throws when its payload isn't one that the type can have */
export function recordedEvent(row: CaseEvent): RecordedEvent {
  const type = row.type as EventType;
  const schema = EVENT_PAYLOADS[type];
  if (schema === undefined) throw new Error(`unknown event type ${row.type}`);
  return {
    seq: row.seq,
    type,
    at: row.at.toISOString(),
    actorRole: row.actorRole,
    actorId: row.actorId,
    actorName: row.actorName,
    actorOrganisation: row.actorOrganisation,
    visibility: row.visibility,
    payload: row.payload,
    previousHash: row.previousHash,
    hash: row.hash,
  } as RecordedEvent;
}

/** Numbers, times and seals the drafts after the given end of the chain. */
export function sealEvents(
  caseId: string,
  drafts: readonly EventDraft[],
  recording: Recording,
  end: { seq: number; hash: string } = { seq: 0, hash: GENESIS_HASH },
): readonly RecordedEvent[] {
  const sealed: RecordedEvent[] = [];
  for (const draft of drafts) {
    const previous = sealed.at(-1) ?? end;
    const event = {
      ...draft,
      payload: EVENT_PAYLOADS[draft.type].parse(draft.payload),
      seq: previous.seq + 1,
      at: recording.at,
      actorRole: recording.actor.role,
      actorId: recording.actor.id,
      actorName: recording.actor.name,
      actorOrganisation: recording.actor.organisation,
      visibility: visibilityOf(draft.type),
      previousHash: previous.hash,
    } as Omit<RecordedEvent, 'hash'>;
    sealed.push({ ...event, hash: sha256(sealedText(caseId, event)) } as RecordedEvent);
  }
  return sealed;
}

/** The clocks that follow from a case's events under a profile's rules and calendars. */
export function clocksUnder(
  profile: Profile,
  caseId: string,
  events: readonly RecordedEvent[],
  projection: CaseProjection,
): readonly ProjectedClock[] {
  return projectClocks(profile, events, projection, run =>
    derivedUuid([caseId, run.kind, run.startSeq, ...(run.promise ? [run.promise.issue] : [])].join('/')),
  );
}

/** The clocks that follow from a case's events under the instance's profile. */
export function clocksOf(
  caseId: string,
  events: readonly RecordedEvent[],
  projection: CaseProjection,
): readonly ProjectedClock[] {
  return clocksUnder(activeProfile(), caseId, events, projection);
}

/**
 * Reads a case's whole log. Call it as the system (`continueAsSystem`): parts of the log are hidden from the
 * parties, but rules follow from all of it.
 */
export async function loadCase(tx: Tx, caseId: string): Promise<LoadedCase> {
  const rows = await tx.caseEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
  if (rows.length === 0) throw new AppError('not-found');
  const events = rows.map(recordedEvent);
  const projection = projectCase(events);
  return { id: caseId, events, projection, clocks: clocksOf(caseId, events, projection) };
}

/** A clock as a row of its table. */
export function clockRow(caseId: string, clock: ProjectedClock): Readonly<Record<string, unknown>> {
  return {
    id: clock.id,
    case_id: caseId,
    kind: clock.kind,
    state: clock.state,
    started_at: clock.startedAt,
    due_at: clock.dueAt,
    remind_at: clock.remindAt,
    resumes_at: clock.resumesAt,
    rule_id: clock.rule.id,
    calendar_version: clock.deadline.calendarVersion,
    trace: clock.deadline.trace,
    inputs: clock.inputs,
    reminded_at: clock.remindedAt,
    breached_at: clock.breachedAt,
    published_at: clock.publishedAt,
    stopped_at: clock.stoppedAt,
  };
}

/** The rows by which a case goes from one standing to the next: its own, its events, clocks and figures. */
export function rowsOfChange(
  before: LoadedCase,
  after: LoadedCase,
): RowsToWrite & { events: readonly object[] } {
  const deltas = deltasBetween(before.projection, after.projection);
  return {
    changes: [
      {
        ...changingRow(after.projection, dueClockOf(after.projection, after.clocks)),
        id: after.id,
        expected: before.projection.lastSeq,
      },
    ],
    events: after.events.slice(before.events.length).map(event => eventRow(after.id, event)),
    clocks: after.clocks.map(clock => clockRow(after.id, clock)),
    formerBreaches: after.projection.formerBreaches
      .slice(before.projection.formerBreaches.length)
      .map(breach => formerBreachRow(after.id, after.projection, breach)),
    statDays: deltas.map(delta => statRow(delta, 'day')),
    statMonths: deltas.map(delta => statRow(delta, 'month')),
  };
}

/** The case with further events, computed but not yet written. */
export function withEvents(
  loaded: LoadedCase,
  drafts: readonly EventDraft[],
  recording: Recording,
): LoadedCase {
  const sealed = sealEvents(loaded.id, drafts, recording, {
    seq: loaded.projection.lastSeq,
    hash: loaded.projection.lastHash,
  });
  const events = [...loaded.events, ...sealed];
  const projection = sealed.reduce<CaseProjection>(applyEvent, loaded.projection);
  return { id: loaded.id, events, projection, clocks: clocksOf(loaded.id, events, projection) };
}

/**
 * Records events of a case with everything that follows, by one conditional statement.
 * @throws AppError `case-changed` when someone else changed the case since it was loaded
 */
export async function recordEvents(
  tx: Tx,
  loaded: LoadedCase,
  drafts: readonly EventDraft[],
  recording: Recording & { readonly rows?: Partial<RowsToWrite> },
): Promise<LoadedCase> {
  const after = withEvents(loaded, drafts, recording);
  const changed = await writeRows(tx, { ...recording.rows, ...rowsOfChange(loaded, after) }).catch(
    refuseLate,
  );
  if (changed !== 1) throw new AppError('case-changed');
  return after;
}

/** Of two that write at the same moment, the later one finds its event's number taken. */
function refuseLate(cause: unknown): never {
  throw isUniqueViolation(cause, 'case_event_pkey') ? new AppError('case-changed', { cause }) : cause;
}
