import { randomUUID } from 'node:crypto';
import { sandboxOf } from '#app/domain/access/sandbox.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import type { Service } from '#app/domain/taxonomy/definition.ts';
import { CATEGORIES, type Category } from '#app/domain/taxonomy/taxonomy.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { lockedHash } from '#app/platform/slow-hash.server.ts';
import { executeIn } from '../complaints/execute-command.server.ts';
import { issueReceipt, rowsOfFiling } from '../complaints/file-complaint.server.ts';
import { type Complaint, readComplaint } from '../complaints/read-complaint.schema.ts';
import { writeRows } from '../complaints/write-rows.server.ts';
import { activeProfile } from '../profile.server.ts';
import { INVENTIONS, type Invention, inventedPast } from './invented-complaints.ts';

interface Filling {
  /** ISO instant. */
  readonly now: string;
  readonly cases: number;
}

function serviceFor(category: Category, services: readonly Service[]): Service | undefined {
  const sold: readonly Service[] = CATEGORIES[category].services;
  return services.find(service => sold.includes(service));
}

/** Reads an invention as the form would, as if about the sandbox's owner. */
function complaintOf(
  invention: Invention,
  index: number,
  filing: { operatorId: string; now: string },
): Complaint {
  const profile = activeProfile();
  const { operatorId, now } = filing;
  const { startedOn, calledOn } = inventedPast(localDateOf(now, profile.timeZone));
  const operator = profile.operators.find(({ id }) => id === operatorId);
  const read = readComplaint(
    {
      ...{ track: 'consumer', operatorId, category: invention.category, issues: invention.issues },
      service: serviceFor(invention.category, operator?.services ?? []),
      startedAt: startedOn,
      ongoing: true,
      region: profile.regions[index % profile.regions.length]?.code,
      attempts: [{ on: calledOn, channel: 'hotline', result: 'no-answer' }],
      narrative: invention.narrative[profile.defaultLanguage],
      remedySought: invention.remedySought,
      amount: 50 + index,
      name: `Sandbox ${index + 1}`,
      lineNumber: `0600000${String(index).padStart(3, '0')}`,
      language: profile.defaultLanguage,
      facts: invention.facts(startedOn),
    },
    { profile, now },
  );
  if (!read.ok) throw new Error(`the invented complaint would be refused: ${JSON.stringify(read.fields)}`);
  return { ...read.value, operatorId: sandboxOf(operatorId) };
}

/** Serves it at once, in the portal: there is no desk to write to. */
async function serve(tx: Tx, caseId: string, { operatorId, now }: { operatorId: string; now: string }) {
  const delivery = { id: randomUUID(), caseId, operatorId, channel: 'portal', recipient: operatorId };
  await tx.delivery.create({
    data: { ...delivery, state: 'delivered', attempts: 1, queuedAt: now, deliveredAt: now },
  });
  const { id: deliveryId, channel } = delivery;
  await executeIn(tx, { actor: SYSTEM, caseId, command: 'serve', now, silent: true }, () => ({
    events: [{ type: 'served', payload: { deliveryId, operatorId, channel, attempts: 1 } }],
  }));
}

/** Adds invented cases to the sandbox of an operator, served and waiting. Nobody holds a code that opens one. */
export async function fillSandbox(operatorId: string, { now, cases }: Filling): Promise<void> {
  const services = activeProfile().operators.find(({ id }) => id === operatorId)?.services ?? [];
  const told = INVENTIONS.filter(({ category }) => serviceFor(category, services) !== undefined);
  for (let index = 0; index < cases && told.length > 0; index += 1) {
    const invention = told[index % told.length] ?? INVENTIONS[0];
    if (invention === undefined) return;
    const complaint = complaintOf(invention, index, { operatorId, now });
    const receipt = issueReceipt(now);
    const filing = { complaint, receipt, evidence: [], source: 'sandbox', now };
    await withActor(SYSTEM, async tx => {
      await writeRows(tx, rowsOfFiling(filing, lockedHash()));
      await serve(tx, receipt.caseId, { operatorId: complaint.operatorId, now });
    });
  }
}
