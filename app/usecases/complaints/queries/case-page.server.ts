import type {
  SeenCase,
  SeenCustody,
  SeenFields,
  SeenRecurrence,
  SeenSummary,
} from '#app/domain/access/seen-case.ts';
import { maySee, visibleTo } from '#app/domain/access/visibility.ts';
import type { InterimStanding } from '#app/domain/case/interim.ts';
import { permittedCommands } from '#app/domain/case/lifecycle.ts';
import { parseReference } from '#app/domain/case/reference.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { custodyOf } from '../../evidence/custody-log.server.ts';
import { activeProfile } from '../../profile.server.ts';
import {
  seenAnswer,
  seenClock,
  seenDecision,
  seenDelivery,
  seenEvent,
  seenEvidence,
  seenMessage,
} from './case-page-parts.ts';
import { assistedOf, type CaseRecord, findCaseRecord, moneyOf, standingOf } from './case-record.server.ts';
import { ATTEMPTS, FACTS } from './complainant-view.ts';

function summaryOf(row: CaseRecord): SeenSummary {
  const { reference, track, service, category, issues, commune, ongoing, remedySought, currency } = row;
  const { urgent, vulnerability, consentToPublish, language, source } = row;
  return {
    ...{ reference, track, service, category, issues, commune, ongoing, remedySought, currency },
    ...{ urgent, vulnerability, consentToPublish, language, source },
    operator: { id: row.operatorId, name: row.operator.name },
    region: activeProfile().regions.find(({ code }) => code === row.region)?.name ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    amount: moneyOf(row.amountMinor, currency),
    filedAt: row.filedAt.toISOString(),
    servedAt: row.servedAt?.toISOString() ?? null,
    interim: row.interim as InterimStanding | null,
    assisted: assistedOf(row),
    claimant: row.filedByOrganisation,
    outcomes: {
      operator: row.operatorOutcome,
      complainant: row.complainantOutcome,
      regulator: row.regulatorOutcome,
    },
  };
}

function statedFields({ facts, statement, identity, contact }: CaseRecord): Partial<SeenFields> {
  return {
    facts: FACTS.parse(facts),
    ...(statement && {
      narrative: statement.narrative,
      attempts: ATTEMPTS.parse(statement.attempts),
      'personal-facts': FACTS.parse(statement.personalFacts),
    }),
    ...(identity && {
      identity: {
        name: identity.name,
        lineNumber: identity.lineNumber,
        organisationName: identity.organisationName,
        organisationNumber: identity.organisationNumber,
      },
    }),
    ...(contact && { contact: { email: contact.email, phone: contact.phone } }),
  };
}

function recordedFields(row: CaseRecord, now: string): Partial<SeenFields> {
  const { events, messages, responses, decisions, clocks, deliveries, evidence, annexes } = row;
  const profile = activeProfile();
  const bodies = new Map(messages.map(({ id, body }) => [id, body]));
  const files = new Map(evidence.map(({ id, fileName }) => [id, fileName]));
  const operators = new Map(profile.operators.map(({ id, name }) => [id, name]));
  return {
    events: events.map(event => seenEvent(event, { bodies, files, operators })),
    messages: messages.filter(({ audience }) => audience !== 'regulator').map(seenMessage),
    'internal-notes': messages.filter(({ audience }) => audience === 'regulator').map(seenMessage),
    responses: responses.map(seenAnswer),
    decision: decisions.map(decision => seenDecision(decision, row.currency)),
    clocks: clocks.map(clock => seenClock(clock, { profile, events, now })),
    deliveries: deliveries.map(seenDelivery),
    'evidence-copy': evidence.map(seenEvidence),
    annexes: annexes.map(({ evidenceId, party, description, at }) => ({
      ...{ evidenceId, party, description },
      at: at.toISOString(),
    })),
  };
}

const MOST_RECURRENCES = 20;

async function recurrenceOf(tx: Tx, row: CaseRecord): Promise<readonly SeenRecurrence[]> {
  if (row.complainantKey === null) return [];
  const others = await tx.case.findMany({
    where: { complainantKey: row.complainantKey, operatorId: row.operatorId, id: { not: row.id } },
    orderBy: { filedAt: 'desc' },
    take: MOST_RECURRENCES,
    select: { reference: true, state: true, category: true, filedAt: true },
  });
  return others.map(other => ({ ...other, filedAt: other.filedAt.toISOString() }));
}

async function seenCustody(tx: Tx, caseId: string): Promise<readonly SeenCustody[]> {
  const names = new Map(activeProfile().operators.map(({ id, name }) => [id, name]));
  const entries = await custodyOf(tx, caseId);
  return entries.map(({ actorOrganisation, ...entry }) => ({
    ...entry,
    actorOrganisation: names.get(actorOrganisation ?? '') ?? actorOrganisation,
  }));
}

/**
 * One case for a staff page. CaseRecord-level security decides whether it is there, the visibility matrix which of its
 * fields come along; the lifecycle says what the reader may do now.
 * @param now ISO instant, against which clocks are shown
 * @throws AppError `not-found`; `reference-mistyped` for what was meant as a reference and isn't one
 */
export async function readCasePage(actor: Actor, reference: string, now: string): Promise<SeenCase> {
  const parsed = parseReference(reference);
  if (!parsed.ok) throw new AppError(parsed.reason === 'mistyped' ? 'reference-mistyped' : 'not-found');
  return withActor(actor, async tx => {
    const row = await findCaseRecord(tx, { reference: parsed.reference });
    if (row === null) throw new AppError('not-found');
    const recurrence = maySee(actor.role, 'recurrence') ? await recurrenceOf(tx, row) : [];
    const custody = maySee(actor.role, 'custody') ? await seenCustody(tx, row.id) : [];
    const summary = summaryOf(row);
    const standing = standingOf(row);
    const fields = {
      ...{ 'case-summary': summary, recurrence, custody },
      ...statedFields(row),
      ...recordedFields(row, now),
    };
    return {
      id: row.id,
      version: row.version,
      standing,
      summary,
      commands: permittedCommands(actor.role, standing),
      originals: maySee(actor.role, 'evidence-original'),
      seen: visibleTo<Partial<SeenFields>>(actor.role, fields),
    };
  });
}
