import { randomUUID } from 'node:crypto';
import type { EventDraft } from '#app/domain/case/events.ts';
import { type Actor, complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { database, withActor } from '#app/platform/db/client.server.ts';
import { advanceCases } from '#app/usecases/clocks/advance-cases.server.ts';
import { type LoadedCase, loadCase, recordEvents } from '#app/usecases/complaints/case-store.server.ts';
import { fileComplaint, issueReceipt, type Receipt } from '#app/usecases/complaints/file-complaint.server.ts';
import { type Complaint, readComplaint } from '#app/usecases/complaints/read-complaint.schema.ts';
import { completeService, prepareService } from '#app/usecases/complaints/serve-case.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';

/** When test cases are filed and served unless told: a Tuesday morning. */
export const FILED_AT = '2026-03-10T09:00:00.000Z';

const BILLING = {
  track: 'consumer',
  operatorId: 'maroc-telecom',
  service: 'mobile',
  category: 'billing',
  issues: ['billing/error'],
  startedAt: '2026-01-02',
  region: 'MA-06',
  attempts: [{ on: '2026-01-03', channel: 'hotline', result: 'refused' }],
  narrative: 'La facture de janvier compte deux fois la même option, malgré deux appels.',
  remedySought: ['correct-bill'],
  amount: '120,50',
  name: 'Amina Exemple',
  email: 'amina@example.org',
  lineNumber: '0612345678',
  language: 'fr',
  facts: { disputedLines: 'Option internationale comptée deux fois' },
};

/** A test's wishes: fields of the complaint as a form sends them, and when it is filed. */
export interface TestFiling {
  readonly complaint?: Readonly<Record<string, unknown>>;
  /** ISO instant. */
  readonly now?: string;
}

export function liaisonOf(operatorId: string): Actor {
  return { role: 'liaison', id: `liaison-${operatorId}`, name: 'Samira', organisation: operatorId };
}

export const CASE_OFFICER: Actor = { role: 'case_officer', id: 'officer', name: 'Karim', organisation: null };

/** Puts the profile's operators into the register; repeating it changes nothing. */
export async function registerOperators(): Promise<void> {
  const data = activeProfile().operators.map(
    ({ id, name, brands, services, subscribers, deskEmail = null }) => ({
      id,
      name,
      brands: [...brands],
      services: [...services],
      subscribers,
      deskEmail,
    }),
  );
  await database().operator.createMany({ data, skipDuplicates: true });
}

/** A consumer's complaint about a bill in the profile `ma`, with the wished differences. */
export function testComplaint(filing: TestFiling = {}): Complaint {
  const context = { profile: activeProfile(), now: filing.now ?? FILED_AT };
  const read = readComplaint({ ...BILLING, ...filing.complaint }, context);
  if (!read.ok) throw new Error(JSON.stringify(read.fields));
  return read.value;
}

/** Files a complaint the way the form does. */
export async function fileTestCase(filing: TestFiling = {}): Promise<Receipt> {
  const now = filing.now ?? FILED_AT;
  const receipt = issueReceipt(now);
  const complaint = testComplaint(filing);
  await withActor(complainantOf(receipt.caseId), tx =>
    fileComplaint(tx, { complaint, receipt, evidence: [], source: 'web', now }),
  );
  return receipt;
}

/** Files a complaint and proves its delivery, so that the operator's clocks run from `now`. */
export async function serveTestCase(filing: TestFiling = {}): Promise<Receipt> {
  const now = filing.now ?? FILED_AT;
  const receipt = await fileTestCase(filing);
  await prepareService(receipt.caseId, now);
  await withActor(SYSTEM, async tx => {
    const delivery = await tx.delivery.findFirstOrThrow({ where: { caseId: receipt.caseId } });
    if (delivery.state === 'queued') await completeService(tx, delivery, now);
  });
  return receipt;
}

const SERVED_AT_ONCE = 50;

/** Many served cases, quickly: their service is recorded without mails. */
export async function serveTestCases(count: number, filing: TestFiling = {}): Promise<readonly Receipt[]> {
  const now = filing.now ?? FILED_AT;
  const complaint = testComplaint(filing);
  const receipts = Array.from({ length: count }, () => issueReceipt(now));
  for (let from = 0; from < count; from += SERVED_AT_ONCE) {
    const chunk = receipts.slice(from, from + SERVED_AT_ONCE);
    await withActor(SYSTEM, async tx => {
      for (const receipt of chunk) {
        await fileComplaint(tx, { complaint, receipt, evidence: [], source: 'web', now });
      }
      const ids = chunk.map(({ caseId }) => caseId);
      await advanceCases(tx, ids, ({ projection }) => servingStep(projection.state), now);
    });
  }
  return receipts;
}

function servingStep(state: string) {
  if (state !== 'filed') return [];
  const payload = { deliveryId: randomUUID(), operatorId: 'maroc-telecom', channel: 'mail', attempts: 1 };
  return [{ command: 'serve', event: { type: 'served', payload }, effects: [] }] as const;
}

/** Records events without a verb and without follow-ups, to put a case where a test needs it. */
export function recordTestEvents(
  caseId: string,
  drafts: readonly EventDraft[],
  recording: { readonly at: string; readonly actor?: Actor },
): Promise<LoadedCase> {
  return withActor(SYSTEM, async tx =>
    recordEvents(tx, await loadCase(tx, caseId), drafts, { actor: SYSTEM, ...recording }),
  );
}

/** An operator's answer that gives money back. */
export function testAnswer(number = 1): EventDraft {
  const digest = sha256(`answer ${number}`);
  return {
    type: 'answered',
    payload: {
      responseId: `00000000-0000-4000-8000-00000000000${number}`,
      number,
      outcome: 'remedied-with-money',
      items: [
        { issue: 'billing/error', outcome: 'remedied-with-money', date: '2026-03-20', amountMinor: 12_050 },
      ],
      moneyReturnedMinor: 12_050,
      inTime: true,
      days: 3,
      digest,
    },
  };
}
