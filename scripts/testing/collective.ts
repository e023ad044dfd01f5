import { type Actor, complainantOf, SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { approvePublicText } from '#app/usecases/collective/approve-public-text.server.ts';
import { confirmCode } from '#app/usecases/collective/confirm-code.server.ts';
import { proposePublicText } from '#app/usecases/collective/propose-public-text.server.ts';
import { requestSupport } from '#app/usecases/collective/request-code.server.ts';
import type { SupportForm } from '#app/usecases/collective/support.schema.ts';
import { fileComplaint, issueReceipt } from '#app/usecases/complaints/file-complaint.server.ts';
import { readComplaint } from '#app/usecases/complaints/read-complaint.schema.ts';
import { openSecrets } from '#app/usecases/notifications/note-secrets.server.ts';
import { profiles } from '#profiles/index.ts';

export const NOW = '2026-03-10T09:00:00.000Z';
export const SOON = '2026-03-10T09:05:00.000Z';
export const OFFICER: Actor = { role: 'case_officer', id: 'o1', name: 'Nadia', organisation: null };
export const TEXT = {
  title: 'Abonnés de Kleema sans réseau depuis lundi',
  body: 'Depuis lundi, les abonnés de Kleema ne peuvent plus appeler. Nous demandons le rétablissement du service.',
};

/** A network address of its own for each test, so that their limits don't meet. */
let visitors = 0;
export function visitor(): string {
  visitors += 1;
  return `41.140.${visitors}.7`;
}

export async function fileCollective(track = 'collective'): Promise<string> {
  const read = readComplaint(
    {
      track,
      organisationName: 'Association des abonnés',
      operatorId: 'inwi',
      service: 'mobile',
      category: 'mobile-outage',
      issues: ['mobile-outage/voice'],
      startedAt: '2026-03-02T17:00',
      region: 'MA-06',
      attempts: [{ on: '2026-03-03', channel: 'hotline', result: 'refused' }],
      narrative: 'Depuis lundi, cinquante mille abonnés ne peuvent plus appeler le Maroc.',
      remedySought: ['restore-service'],
      name: 'Amina Exemple',
      email: 'amina@example.org',
      facts: FACTS,
    },
    { profile: profiles.ma, now: NOW },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.fields));
  const receipt = issueReceipt(NOW);
  await withActor(complainantOf(receipt.caseId), tx =>
    fileComplaint(tx, { complaint: read.value, receipt, evidence: [], source: 'web', now: NOW }),
  );
  return receipt.caseId;
}

const FACTS = { area: 'Maroc', stillDown: 'yes' };

export function propose(caseId: string) {
  const text = { ...TEXT, language: 'fr' as const };
  return proposePublicText({ actor: complainantOf(caseId), caseId, now: NOW, text });
}

export async function publish(): Promise<{ caseId: string; page: string }> {
  const caseId = await fileCollective();
  await propose(caseId);
  await approvePublicText({ actor: OFFICER, caseId, now: NOW, ...TEXT });
  const { slug } = await withActor(SYSTEM, tx => tx.collectivePage.findUniqueOrThrow({ where: { caseId } }));
  return { caseId, page: slug };
}

const FORM: SupportForm = {
  channel: 'mail',
  address: 'supporter@example.org',
  also: [],
  name: null,
  lineNumber: null,
  lossMinor: null,
  lossText: null,
};

export function ask(page: string, form: Partial<SupportForm> = {}, address = visitor()) {
  return requestSupport({ page, language: 'fr', address, now: NOW, form: { ...FORM, ...form } });
}

/** The code that was sent, as its receiver reads it. */
export async function codeOf(requestId: string): Promise<string> {
  const note = await withActor(SYSTEM, tx =>
    tx.mailOutbox.findFirstOrThrow({ where: { dedupeKey: { contains: requestId } } }),
  );
  return openSecrets(note.secret).code ?? '';
}

export async function support(page: string, form: Partial<SupportForm> = {}): Promise<string> {
  const requestId = await ask(page, form);
  const code = await codeOf(requestId);
  const { supporterId } = await confirmCode({ page, requestId, code, address: visitor(), now: SOON });
  return supporterId ?? '';
}

export async function recount(caseId: string) {
  const rows = await withActor(SYSTEM, tx => tx.supporter.findMany({ where: { caseId, state: 'verified' } }));
  const losses = rows.flatMap(({ lossMinor }) => (lossMinor === null ? [] : [Number(lossMinor)]));
  return {
    supporters: rows.length,
    stated: losses.length,
    lossMinor: losses.reduce((a, b) => a + b, 0),
  };
}

export async function sums(caseId: string) {
  const tallies = await withActor(SYSTEM, tx => tx.collectiveTally.findMany({ where: { caseId } }));
  return {
    supporters: tallies.reduce((sum, row) => sum + row.joined - row.withdrawn, 0),
    stated: tallies.reduce((sum, row) => sum + row.stated, 0),
    lossMinor: tallies.reduce((sum, row) => sum + Number(row.lossMinor), 0),
  };
}
