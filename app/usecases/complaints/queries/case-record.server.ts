import { z } from 'zod';
import { collectiveStanding } from '#app/domain/case/collective-standing.ts';
import type { RecordedEvent } from '#app/domain/case/events.ts';
import { HELP_CHANNELS } from '#app/domain/case/filing-help.ts';
import type { InterimStanding } from '#app/domain/case/interim.ts';
import type { CaseStanding } from '#app/domain/case/lifecycle.ts';
import { type Promised, promisesAfter } from '#app/domain/case/promises.ts';
import { isCaseState } from '#app/domain/case/states.ts';
import type { Money } from '#app/domain/shared/money.ts';
import type { Tx } from '#app/platform/db/client.server.ts';

/** Everything that is stored of a case. Row-level security leaves out what the actor may not read. */
const PARTS = {
  operator: true,
  statement: { select: { narrative: true, attempts: true, personalFacts: true } },
  identity: true,
  contact: true,
  events: { orderBy: { seq: 'asc' } },
  messages: { orderBy: { at: 'asc' } },
  responses: { orderBy: { number: 'asc' } },
  decisions: { orderBy: { at: 'asc' } },
  clocks: { orderBy: { startedAt: 'asc' } },
  deliveries: { orderBy: { queuedAt: 'asc' }, include: { tries: { orderBy: { at: 'asc' } } } },
  evidence: { orderBy: { uploadedAt: 'asc' } },
  annexes: { orderBy: { at: 'asc' } },
} as const;

/** The case with that id or reference as the transaction's actor may read it; null when there is none. */
export function findCaseRecord(tx: Tx, where: { readonly id: string } | { readonly reference: string }) {
  return tx.case.findUnique({ where, include: PARTS });
}

export type CaseRecord = NonNullable<Awaited<ReturnType<typeof findCaseRecord>>>;

function promisesOf({ events }: CaseRecord): readonly Promised[] {
  return events.reduce<readonly Promised[]>(
    (open, event) => promisesAfter(open, event as unknown as RecordedEvent),
    [],
  );
}

/** How the case stands, for asking the lifecycle. */
export function standingOf(record: CaseRecord): CaseStanding {
  const { state, returnedFrom, extended, disputes, answers, interim } = record;
  return {
    state: isCaseState(state) ? state : 'closed',
    returnedFrom: isCaseState(returnedFrom) ? returnedFrom : null,
    acknowledgedAt: record.acknowledgedAt?.toISOString() ?? null,
    extended,
    disputes,
    answers,
    collective: collectiveStanding(record.track, record.events),
    promises: promisesOf(record),
    interim: interim as InterimStanding | null,
  };
}

const ASSISTED = z.object({ channel: z.enum(HELP_CHANNELS), consentAt: z.string() });

/** That staff of the regulator filed for the person: by which channel and when; null where nobody did. */
export function assistedOf({ assistedBy, filedAt }: Pick<CaseRecord, 'assistedBy' | 'filedAt'>) {
  if (assistedBy === null) return null;
  const { channel } = ASSISTED.parse(assistedBy);
  return { channel, on: filedAt.toISOString() };
}

export function moneyOf(amountMinor: bigint | null, currency: string): Money | null {
  return amountMinor === null ? null : { amountMinor: Number(amountMinor), currency };
}
