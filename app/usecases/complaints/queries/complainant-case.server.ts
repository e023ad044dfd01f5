import type { EventType, RecordedEvent } from '#app/domain/case/events.ts';
import { permittedCommands } from '#app/domain/case/lifecycle.ts';
import { nextStep } from '#app/domain/case/next-step.ts';
import type { Actor, Role } from '#app/domain/case/states.ts';
import { type CustodyEntry, firstOpenings } from '#app/domain/evidence/custody.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { continueAsSystem, withActor } from '#app/platform/db/client.server.ts';
import { custodyOf } from '../../evidence/custody-log.server.ts';
import { activeProfile } from '../../profile.server.ts';
import { seenClock, seenEvidence, shownRule } from './case-page-parts.ts';
import { assistedOf, type CaseRecord, findCaseRecord, moneyOf, standingOf } from './case-record.server.ts';
import {
  ANSWERED_ITEMS,
  ATTEMPTS,
  type CaseView,
  FACTS,
  type OwnClock,
  type OwnEvidence,
  type OwnFields,
  type OwnSummary,
  seenBy,
} from './complainant-view.ts';

function summaryOf(row: CaseRecord): OwnSummary {
  const { reference, track, service, category, issues, region, commune, ongoing, language } = row;
  const { remedySought, urgent, vulnerability, consentToPublish } = row;
  return {
    ...{ reference, track, service, category, issues, region, commune, ongoing, language },
    ...{ remedySought, urgent, vulnerability, consentToPublish },
    operator: { id: row.operatorId, name: row.operator.name },
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    amount: moneyOf(row.amountMinor, row.currency),
    filedAt: row.filedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    assisted: assistedOf(row),
    outcomes: {
      operator: row.operatorOutcome,
      complainant: row.complainantOutcome,
      regulator: row.regulatorOutcome,
    },
  };
}

function clocksOf({ clocks, events }: CaseRecord, profile: Profile, now: string): readonly OwnClock[] {
  return clocks.map(row => {
    const rule = shownRule(profile, row.ruleId);
    if (rule === undefined) throw new Error(`Profile ${profile.id} has no rule ${row.ruleId}`);
    return {
      ...seenClock(row, { profile, events, now }),
      state: row.state as OwnClock['state'],
      startedAt: row.startedAt.toISOString(),
      consequence: rule.consequence,
    };
  });
}

function evidenceOf(row: CaseRecord['evidence'][number], custody: readonly CustodyEntry[]): OwnEvidence {
  const { standing, copyState, copyMediaType, copyError, pages, previews, ...file } = seenEvidence(row);
  const { id, fileName, mediaType, size, sha256, uploadedByRole, uploadedAt } = file;
  return {
    ...{ id, fileName, mediaType, size, sha256, uploadedByRole, uploadedAt },
    ...{ standing, copyState, copyMediaType, copyError, pages, previews },
    opened: firstOpenings(custody.filter(({ evidenceId }) => evidenceId === id)),
  };
}

function identityOf(row: NonNullable<CaseRecord['identity']>): OwnFields['identity'] {
  const { name, lineNumber, organisationName, organisationNumber } = row;
  return { name, lineNumber, organisationName, organisationNumber };
}

function statedFields(row: CaseRecord): Partial<OwnFields> {
  const { statement, identity, contact } = row;
  return {
    facts: FACTS.parse(row.facts),
    ...(statement && {
      narrative: statement.narrative,
      attempts: ATTEMPTS.parse(statement.attempts),
      'personal-facts': FACTS.parse(statement.personalFacts),
    }),
    ...(identity && { identity: identityOf(identity) }),
    ...(contact && { contact: { email: contact.email, phone: contact.phone } }),
  };
}

interface Reading {
  readonly profile: Profile;
  readonly custody: readonly CustodyEntry[];
  readonly now: string;
}

function recordedFields(row: CaseRecord, { profile, custody, now }: Reading): Partial<OwnFields> {
  return {
    events: row.events.map(({ seq, type, at, actorRole, payload }) => ({
      seq,
      type: type as EventType,
      at: at.toISOString(),
      actorRole: actorRole as Role,
      payload: payload as RecordedEvent['payload'],
    })),
    messages: row.messages.map(({ id, kind, authorRole, body, at }) => ({
      ...{ id, kind, authorRole, body },
      at: at.toISOString(),
    })),
    responses: row.responses.map(({ id, number, message, items, at }) => ({
      ...{ id, number, message },
      items: ANSWERED_ITEMS.parse(items),
      at: at.toISOString(),
    })),
    decision: row.decisions.map(({ id, outcome, reasons, remedy, remedyDays, amountMinor, at }) => ({
      ...{ id, outcome, reasons, remedy, remedyDays },
      amount: moneyOf(amountMinor, row.currency),
      at: at.toISOString(),
    })),
    clocks: clocksOf(row, profile, now),
    'evidence-copy': row.evidence.map(file => evidenceOf(file, custody)),
  };
}

/**
 * The case of a complainant, who got its id from `openCaseByReceipt` or a cookie: without texts of any language, as
 * pages and the API show it. CaseRecord-level security lets nothing else through.
 * @throws AppError not-found when the actor reaches no such case
 */
export async function complainantCase(actor: Actor, now: string): Promise<CaseView> {
  const { caseId } = actor;
  if (caseId === undefined) throw new AppError('unauthenticated');
  const { row, custody } = await withActor(actor, async tx => {
    const found = await findCaseRecord(tx, { id: caseId });
    if (found === null) throw new AppError('not-found');
    if (found.evidence.length === 0) return { row: found, custody: [] };
    // The log names staff, so it isn't the complainant's to read; which party opened a file, and when, is.
    await continueAsSystem(tx);
    return { row: found, custody: await custodyOf(tx, caseId) };
  });
  const profile = activeProfile();
  const standing = standingOf(row);
  const recorded = recordedFields(row, { profile, custody, now });
  return {
    id: row.id,
    version: row.version,
    standing,
    next: nextStep({ standing, clocks: recorded.clocks ?? [], now }),
    commands: permittedCommands(actor.role, standing),
    seen: seenBy(actor.role, { 'case-summary': summaryOf(row), ...statedFields(row), ...recorded }),
  };
}
