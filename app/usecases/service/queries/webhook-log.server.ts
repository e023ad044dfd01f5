import type { Actor } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';

/** One attempt at a message. */
export interface LoggedAttempt {
  readonly at: string;
  readonly outcome: string;
  readonly status: number | null;
  readonly answer: string | null;
  /** Milliseconds. */
  readonly took: number;
}

/** A message in an endpoint's log. */
export interface LoggedMessage {
  readonly id: string;
  readonly messageId: string;
  readonly type: string;
  readonly reference: string | null;
  readonly state: string;
  readonly createdAt: string;
  readonly nextAttemptAt: string | null;
  /** The latest first. */
  readonly attempts: readonly LoggedAttempt[];
}

const MESSAGES = 50;
const ATTEMPTS = 500;

/** The latest messages of an endpoint with their attempts. */
export function webhookLog(actor: Actor, endpointId: string): Promise<readonly LoggedMessage[]> {
  return withActor(actor, async tx => {
    const rows = await tx.webhookDelivery.findMany({
      where: { endpointId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MESSAGES,
    });
    const tries = await tx.deliveryAttempt.findMany({
      where: { webhookDeliveryId: { in: rows.map(({ id }) => id) } },
      orderBy: { at: 'desc' },
      take: ATTEMPTS,
    });
    return rows.map(({ id, messageId, type, reference, state, createdAt, nextAttemptAt }) => ({
      ...{ id, messageId, type, reference, state },
      createdAt: createdAt.toISOString(),
      nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
      attempts: tries
        .filter(({ webhookDeliveryId }) => webhookDeliveryId === id)
        .map(({ at, outcome, status, answer, took }) => ({
          ...{ outcome, status, answer, took },
          at: at.toISOString(),
        })),
    }));
  });
}
