import { randomUUID } from 'node:crypto';
import { canonicalJson } from '#app/domain/case/event-chain.ts';
import type { EventPayload, RecordedEvent } from '#app/domain/case/events.ts';
import { type CaseProjection, projectCase } from '#app/domain/case/projection.ts';
import { formatReceiptCode } from '#app/domain/case/receipt-code.ts';
import { makeReference } from '#app/domain/case/reference.ts';
import { type Actor, complainantOf } from '#app/domain/case/states.ts';
import { isUrgent } from '#app/domain/routing/urgency.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { deltasBetween } from '#app/domain/statistics/contribution.ts';
import { isCategory } from '#app/domain/taxonomy/taxonomy.ts';
import { splitFacts } from '#app/domain/taxonomy/visible-facts.ts';
import { keyedDigest, randomOctets, sealText, sha256 } from '#app/platform/crypto.server.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { enqueue } from '#app/platform/queue/queue.server.ts';
import { newHashSetting, slowHash } from '#app/platform/slow-hash.server.ts';
import { choiceRow } from '../notifications/notification-choices.server.ts';
import { activeProfile } from '../profile.server.ts';
import { eventRow, newCaseRow, statRow } from './case-rows.ts';
import { clockRow, clocksOf, sealEvents } from './case-store.server.ts';
import type { Filer } from './drafts/filer.ts';
import type { Complaint } from './read-complaint.schema.ts';
import { type RowsToWrite, writeRows, writeRowsAlone } from './write-rows.server.ts';

/** A stored file that is filed with the complaint. */
export interface FiledEvidence {
  readonly id: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
}

/** What a complainant keeps. The code exists only here: the database has its hash. */
export interface Receipt {
  readonly caseId: string;
  readonly reference: string;
  readonly code: string;
}

export interface Filing {
  readonly complaint: Complaint;
  readonly receipt: Receipt;
  readonly evidence: readonly FiledEvidence[];
  /** How it came in: web, api, or the source of an import. */
  readonly source: string;
  /** ISO instant. */
  readonly now: string;
  /** The signed-in staff member who files; absent for a complainant. */
  readonly filer?: Filer | null;
  /** Rows that must stand or fall with the case: evidence that came with it, an idempotency key. */
  readonly rows?: Partial<RowsToWrite>;
}

/** The hash by which a receipt code is kept, under a new salt. */
export function hashReceiptCode(code: string): Promise<string> {
  return slowHash(code, newHashSetting());
}

/** A new receipt: a case's id, its reference, and a code of 80 random bits. */
export function issueReceipt(now: string): Receipt {
  const profile = activeProfile();
  const year = Number(localDateOf(now, profile.timeZone).slice(0, 4));
  const body = Buffer.from(randomOctets(5)).readUIntBE(0, 5);
  return {
    caseId: randomUUID(),
    reference: makeReference(profile.referencePrefix, year, body),
    code: formatReceiptCode(randomOctets(10)),
  };
}

/** Shows that two complaints come from the same person without showing who: a keyed digest of the contact. */
export function complainantKey(
  complaint: Pick<Complaint, 'email' | 'phone' | 'lineNumber' | 'organisationName'>,
): string | null {
  const contact = complaint.email ?? complaint.phone ?? complaint.lineNumber ?? complaint.organisationName;
  return contact === undefined
    ? null
    : keyedDigest('complainant', contact.toLowerCase().replaceAll(/\s/gu, ''));
}

function personalRows(caseId: string, complaint: Complaint, personalFacts: object) {
  const statement = {
    case_id: caseId,
    narrative: complaint.narrative,
    attempts: complaint.attempts,
    personal_facts: personalFacts,
    salt: Buffer.from(randomOctets(16)).toString('hex'),
  };
  const identity = {
    case_id: caseId,
    name: complaint.name,
    line_number: complaint.lineNumber ?? null,
    organisation_name: complaint.organisationName ?? null,
    organisation_number: complaint.organisationNumber ?? null,
  };
  const contact = { case_id: caseId, email: complaint.email ?? null, phone: complaint.phone ?? null };
  return { statement, identity, contact, digest: sha256(canonicalJson({ statement, identity, contact })) };
}

function filerPayload({ filer }: Filing): Partial<EventPayload<'filed'>> {
  if (!filer) return {};
  if (filer.kind === 'operator') return { filedByOrganisation: filer.organisation };
  const { channel, consent, consentAt, staffId: officerId, name: officerName } = filer;
  return { assistedBy: { channel, officerId, officerName, consent, consentAt } };
}

/** Who the record says filed: an operator's staff member by name, otherwise the complainant, also where staff helped. */
function recordedFiler({ filer, receipt }: Filing): Actor {
  const actor = complainantOf(receipt.caseId);
  if (filer?.kind !== 'operator') return actor;
  return { ...actor, id: filer.staffId, name: filer.name, organisation: filer.organisation };
}

function filedPayload(
  filing: Filing,
  openFacts: Record<string, unknown>,
  statementDigest: string,
): EventPayload<'filed'> {
  const { complaint, receipt, now, source } = filing;
  const profile = activeProfile();
  return {
    reference: receipt.reference,
    track: complaint.track,
    language: complaint.language,
    operatorId: complaint.operatorId,
    service: complaint.service,
    category: complaint.category,
    issues: [...complaint.issues],
    region: complaint.region,
    commune: complaint.commune ?? null,
    startedAt: complaint.startedAt,
    endedAt: complaint.endedAt ?? null,
    ongoing: complaint.ongoing,
    facts: openFacts,
    remedySought: [...complaint.remedySought],
    amountMinor: complaint.amount ?? null,
    currency: profile.currency,
    urgent: isUrgent(complaint),
    vulnerability: [...complaint.vulnerability],
    consentToPublish: complaint.consentToPublish,
    source,
    filedOn: localDateOf(now, profile.timeZone),
    complainantKey: complainantKey(complaint),
    statementDigest,
    evidence: filing.evidence.map(({ id, ...sealed }) => ({ evidenceId: id, ...sealed })),
    ...filerPayload(filing),
  };
}

function receiptMail(filing: Filing): readonly Record<string, unknown>[] {
  const { complaint, receipt, now } = filing;
  // An operator follows its dispute by its account: no code is sent to it.
  if (complaint.email === undefined || filing.filer?.kind === 'operator') return [];
  return [
    {
      id: randomUUID(),
      case_id: receipt.caseId,
      dedupe_key: `${receipt.caseId}/1/complainant`,
      kind: 'complainant.file',
      channel: 'mail',
      recipient: complaint.email,
      language: complaint.language,
      event_seq: 1,
      subject: '',
      text: '',
      secret: sealText(receipt.code),
      state: 'queued',
      attempts: 0,
      created_at: now,
    },
  ];
}

/** Who left an address is written to by mail, and by SMS where that was ticked. */
function notificationChoices({ complaint, receipt }: Filing) {
  const { email, phone, notifyBySms, language } = complaint;
  if (email === undefined && phone === undefined) return [];
  const bySms = notifyBySms && phone !== undefined;
  return [choiceRow(receipt.caseId, { byMail: email !== undefined, bySms, language })];
}

/** Only a request for an interim measure has a clock before the case is served. */
function clocksAtFiling(caseId: string, events: readonly RecordedEvent[], projection: CaseProjection) {
  if (projection.interim === null) return [];
  return clocksOf(caseId, events, projection).map(clock => clockRow(caseId, clock));
}

/** The rows of a new case, from what was filed and the hash of its receipt's code. */
export function rowsOfFiling(filing: Filing, receiptHash: string): RowsToWrite {
  const { complaint, receipt, now } = filing;
  if (!isCategory(complaint.category)) throw new TypeError(`unknown category ${complaint.category}`);
  const facts = splitFacts(complaint.category, complaint.facts);
  const personal = personalRows(receipt.caseId, complaint, facts.personal);
  const payload = filedPayload(filing, { ...facts.open }, personal.digest);
  const recording = { actor: recordedFiler(filing), at: now };
  const events = sealEvents(receipt.caseId, [{ type: 'filed', payload }], recording);
  const projection = projectCase(events);
  const deltas = deltasBetween(null, projection);
  return {
    cases: [newCaseRow({ id: receipt.caseId, receiptHash }, projection, null)],
    statements: [personal.statement],
    identities: [personal.identity],
    contacts: [personal.contact],
    notificationChoices: notificationChoices(filing),
    events: events.map(event => eventRow(receipt.caseId, event)),
    clocks: clocksAtFiling(receipt.caseId, events, projection),
    mails: receiptMail(filing),
    statDays: deltas.map(delta => statRow(delta, 'day')),
    statMonths: deltas.map(delta => statRow(delta, 'month')),
  };
}

async function filingRows(filing: Filing): Promise<RowsToWrite> {
  return { ...filing.rows, ...rowsOfFiling(filing, await hashReceiptCode(filing.receipt.code)) };
}

function jobOf({ receipt }: Filing) {
  return { name: 'process-filing', data: { caseId: receipt.caseId } } as const;
}

/**
 * Files a complaint in the caller's transaction (whose actor is the complainant of this case): the case, what
 * was stated, its first event, the figures, the receipt's mail and the job that serves it stand or fall together.
 */
export async function fileComplaint(tx: Tx, filing: Filing): Promise<void> {
  await writeRows(tx, await filingRows(filing));
  await enqueue(tx, [jobOf(filing)]);
}

/** The same in a transaction of its own, where nothing else has to be read or written: the fastest way to file. */
export async function fileComplaintAlone(filing: Filing): Promise<void> {
  const rows = await filingRows(filing);
  await writeRowsAlone(complainantOf(filing.receipt.caseId), rows, { job: jobOf(filing) });
}
