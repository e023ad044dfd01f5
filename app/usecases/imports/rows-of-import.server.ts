import { canonicalJson } from '#app/domain/case/event-chain.ts';
import type { EventDraft, RecordedEvent } from '#app/domain/case/events.ts';
import { projectCase } from '#app/domain/case/projection.ts';
import { makeReference } from '#app/domain/case/reference.ts';
import { importSource } from '#app/domain/case/source.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { daysBetween, localDateOf } from '#app/domain/shared/plain-date.ts';
import { deltasBetween, type StatDelta } from '#app/domain/statistics/contribution.ts';
import { derivedUuid, keyedDigest, sha256 } from '#app/platform/crypto.server.ts';
import { lockedHash } from '#app/platform/slow-hash.server.ts';
import { eventRow, newCaseRow } from '../complaints/case-rows.ts';
import { sealEvents } from '../complaints/case-store.server.ts';
import { activeProfile } from '../profile.server.ts';
import type { ImportedCase, Row } from './imported-case.ts';

/** A row that becomes a case, with what the import keeps of it. */
export interface RowToImport {
  readonly imported: ImportedCase;
  readonly original: Row;
  readonly line: number;
}

type SqlRow = Readonly<Record<string, unknown>>;

/** The rows of one imported case, by table. */
export interface RowsOfImport {
  readonly caseRow: SqlRow;
  readonly statement: SqlRow;
  readonly events: readonly SqlRow[];
  readonly importRow: SqlRow;
  readonly deltas: readonly StatDelta[];
}

function filedDraft(
  source: string,
  imported: ImportedCase,
  statementDigest: string,
  identity: { id: string; filedOn: string },
): EventDraft {
  const profile = activeProfile();
  const body = Number.parseInt(sha256(identity.id).slice(0, 10), 16);
  return {
    type: 'filed',
    payload: {
      reference: makeReference(profile.referencePrefix, Number(identity.filedOn.slice(0, 4)), body),
      track: 'consumer',
      language: imported.language,
      operatorId: imported.operatorId,
      service: imported.service,
      category: imported.category,
      issues: [...imported.issues],
      region: imported.region,
      commune: imported.commune,
      startedAt: null,
      endedAt: null,
      ongoing: false,
      facts: {},
      remedySought: [],
      amountMinor: null,
      currency: profile.currency,
      urgent: false,
      vulnerability: [],
      consentToPublish: false,
      source: importSource(source),
      filedOn: identity.filedOn,
      complainantKey: null,
      statementDigest,
      evidence: [],
    },
  };
}

function daysFrom(begin: string, end: string): number {
  const { timeZone } = activeProfile();
  return daysBetween(localDateOf(begin, timeZone), localDateOf(end, timeZone));
}

function answeredDraft(caseId: string, imported: ImportedCase, servedAt: string): EventDraft | null {
  const { answer } = imported.progress;
  if (answer === undefined) return null;
  return {
    type: 'answered',
    payload: {
      responseId: derivedUuid(`${caseId}/imported answer`),
      number: 1,
      outcome: answer.outcome,
      items: imported.issues.map(issue => ({
        issue,
        outcome: answer.outcome,
        date: null,
        amountMinor: null,
      })),
      moneyReturnedMinor: 0,
      inTime: null,
      days: answer.dated ? daysFrom(servedAt, answer.at) : null,
      digest: sha256(''),
    },
  };
}

function laterDrafts(caseId: string, imported: ImportedCase): readonly (readonly [EventDraft, string])[] {
  const { servedAt, acknowledged, answer, closedAt } = imported.progress;
  if (servedAt === undefined) return [];
  const delivery = {
    deliveryId: derivedUuid(`${caseId}/imported delivery`),
    operatorId: imported.operatorId,
    channel: 'import',
    attempts: 0,
  };
  const drafts: (readonly [EventDraft, string])[] = [[{ type: 'served', payload: delivery }, servedAt]];
  if (acknowledged) drafts.push([{ type: 'acknowledged', payload: {} }, servedAt]);
  const answered = answeredDraft(caseId, imported, servedAt);
  if (answered !== null && answer !== undefined) drafts.push([answered, answer.at]);
  if (closedAt !== undefined) {
    const clock = {
      clockId: derivedUuid(`${caseId}/imported closing`),
      clock: 'confirm',
      ruleId: 'imported',
      dueAt: closedAt,
    };
    drafts.push([{ type: 'confirmation-lapsed', payload: clock }, closedAt]);
  }
  return drafts;
}

/** Everything that one imported case adds to the database, with its own dates and outcome. */
export function rowsOfImport(source: string, runId: string, row: RowToImport): RowsOfImport {
  const { imported } = row;
  const caseId = derivedUuid(`${source}/${imported.rowKey}`);
  const filedOn = localDateOf(imported.filedAt, activeProfile().timeZone);
  const statement = {
    case_id: caseId,
    narrative: imported.narrative,
    attempts: [],
    personal_facts: {},
    salt: keyedDigest('import salt', caseId),
  };
  const filed = filedDraft(source, imported, sha256(canonicalJson(statement)), { id: caseId, filedOn });
  let events: readonly RecordedEvent[] = sealEvents(caseId, [filed], { actor: SYSTEM, at: imported.filedAt });
  for (const [draft, at] of laterDrafts(caseId, imported)) {
    const end = events.at(-1);
    events = [...events, ...sealEvents(caseId, [draft], { actor: SYSTEM, at }, end)];
  }
  const projection = projectCase(events);
  return {
    caseRow: newCaseRow({ id: caseId, receiptHash: lockedHash() }, projection, null),
    statement,
    events: events.map(event => eventRow(caseId, event)),
    importRow: {
      source,
      row_key: imported.rowKey,
      case_id: caseId,
      run_id: runId,
      line: row.line,
      original: row.original,
    },
    deltas: deltasBetween(null, projection),
  };
}
