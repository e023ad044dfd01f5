import type { RecordedEvent } from '#app/domain/case/events.ts';
import type { CaseProjection, FormerBreach } from '#app/domain/case/projection.ts';
import type { StatDelta } from '#app/domain/statistics/contribution.ts';
import { MEASURES } from '#app/domain/statistics/contribution.ts';
import { BUCKET_COUNT } from '#app/domain/statistics/histogram.ts';
import { derivedUuid } from '#app/platform/crypto.server.ts';

/** The clock that a case waits on, as its row shows it. */
export interface DueClock {
  readonly kind: string;
  readonly dueAt: string;
}

/** The columns of `case` that change in its life, in SQL's names. */
export const CHANGING_COLUMNS = [
  'state',
  'returned_from',
  'version',
  'operator_id',
  'served_at',
  'acknowledged_at',
  'answered_at',
  'closed_at',
  'due_at',
  'due_clock',
  'respond_breached',
  'answered_in_time',
  'days_to_answer',
  'extended',
  'answers',
  'disputes',
  'operator_outcome',
  'complainant_outcome',
  'regulator_outcome',
  'money_returned_minor',
  'interim',
  'last_seq',
  'last_hash',
] as const;

type ChangingRow = Readonly<Record<(typeof CHANGING_COLUMNS)[number], unknown>>;

/** The changing half of a case's row, from its projection and the clock on which it waits. */
export function changingRow(projection: CaseProjection, due: DueClock | null): ChangingRow {
  return {
    state: projection.state,
    returned_from: projection.returnedFrom,
    version: projection.lastSeq,
    operator_id: projection.operatorId,
    served_at: projection.servedAt,
    acknowledged_at: projection.acknowledgedAt,
    answered_at: projection.answeredAt,
    closed_at: projection.closedAt,
    due_at: due?.dueAt ?? null,
    due_clock: due?.kind ?? null,
    respond_breached: projection.respondBreached,
    answered_in_time: projection.answeredInTime,
    days_to_answer: projection.daysToAnswer,
    extended: projection.extended,
    answers: projection.answers,
    disputes: projection.disputes,
    operator_outcome: projection.operatorOutcome,
    complainant_outcome: projection.complainantOutcome,
    regulator_outcome: projection.regulatorOutcome,
    money_returned_minor: projection.moneyReturnedMinor,
    interim: projection.interim,
    last_seq: projection.lastSeq,
    last_hash: projection.lastHash,
  };
}

/** A whole new row of `case`: what was filed, and how it stands. */
export function newCaseRow(
  identifiers: { readonly id: string; readonly receiptHash: string },
  projection: CaseProjection,
  due: DueClock | null,
): Readonly<Record<string, unknown>> {
  const { filed } = projection;
  return {
    ...changingRow(projection, due),
    id: identifiers.id,
    receipt_hash: identifiers.receiptHash,
    reference: filed.reference,
    track: filed.track,
    language: filed.language,
    service: filed.service,
    category: filed.category,
    issues: filed.issues,
    region: filed.region,
    commune: filed.commune,
    started_at: filed.startedAt,
    ended_at: filed.endedAt,
    ongoing: filed.ongoing,
    facts: filed.facts,
    remedy_sought: filed.remedySought,
    amount_minor: filed.amountMinor,
    currency: filed.currency,
    urgent: filed.urgent,
    vulnerability: filed.vulnerability,
    consent_to_publish: filed.consentToPublish,
    complainant_key: filed.complainantKey,
    source: filed.source,
    assisted_by: filed.assistedBy ?? null,
    filed_by_organisation: filed.filedByOrganisation ?? null,
    filed_at: projection.filedAt,
    filed_on: filed.filedOn,
  };
}

export function eventRow(caseId: string, event: RecordedEvent): Readonly<Record<string, unknown>> {
  return {
    case_id: caseId,
    seq: event.seq,
    type: event.type,
    at: event.at,
    actor_role: event.actorRole,
    actor_id: event.actorId,
    actor_name: event.actorName,
    actor_organisation: event.actorOrganisation,
    visibility: event.visibility,
    payload: event.payload,
    previous_hash: event.previousHash,
    hash: event.hash,
  };
}

/** A deadline missed by a former operator, with what was known of the case at its filing. */
export function formerBreachRow(
  caseId: string,
  { filed, filedAt }: CaseProjection,
  { operatorId, reroutedSeq }: FormerBreach,
): Readonly<Record<string, unknown>> {
  return {
    id: derivedUuid(`${caseId}/former breach/${reroutedSeq}`),
    case_id: caseId,
    rerouted_seq: reroutedSeq,
    operator_id: operatorId,
    reference: filed.reference,
    category: filed.category,
    region: filed.region,
    track: filed.track,
    filed_at: filedAt,
    filed_on: filed.filedOn,
  };
}

/** A delta as a row of `case_stat_day` / `case_stat_month`; `period` is the day or the month's first day. */
export function statRow(delta: StatDelta, grain: 'day' | 'month'): Readonly<Record<string, unknown>> {
  const { day, operatorId, region, category, track } = delta.key;
  const period = grain === 'day' ? day : `${day.slice(0, 7)}-01`;
  const measures = Object.fromEntries(
    MEASURES.map((measure, index) => [measure, delta.measures[index] ?? 0]),
  );
  const histogram = Array.from({ length: BUCKET_COUNT }, (_, index) => delta.buckets[index] ?? 0);
  return { [grain]: period, operator_id: operatorId, region, category, track, ...measures, histogram };
}
