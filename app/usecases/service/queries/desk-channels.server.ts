import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { WebhookEndpoint } from '#app/platform/db/generated/client.ts';
import { knownId } from '../known-id.ts';

/** An endpoint as its desk sees it: without its secret. */
export interface SeenEndpoint {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
  readonly state: 'active' | 'paused' | 'disabled' | 'failing';
  readonly lastSuccessAt: string | null;
  /** Until when the secret before signs as well; null when none does. */
  readonly overlapUntil: string | null;
  readonly deadLetters: number;
}

export interface DeskChannels {
  readonly deskEmail: string | null;
  readonly endpoints: readonly SeenEndpoint[];
}

function seenEndpoint(row: WebhookEndpoint, deadLetters: number, now: string): SeenEndpoint {
  const { id, url, description, events, failingSince, formerSecretUntil: until } = row;
  const state = row.state === 'active' && failingSince !== null ? 'failing' : row.state;
  return {
    ...{ id, url, description, events, deadLetters },
    state: state as SeenEndpoint['state'],
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    overlapUntil: until !== null && until > new Date(now) ? until.toISOString() : null,
  };
}

const PRESENT = { state: { not: 'removed' } } as const;
const DEAD = { state: 'failed', lastOutcome: { not: 'not-wanted' } } as const;

/** How cases reach a desk. @param now ISO instant */
export function deskChannels(actor: Actor & { organisation: string }, now: string): Promise<DeskChannels> {
  const { organisation: operatorId } = actor;
  return withActor(actor, async tx => {
    const { deskEmail } = await tx.operator.findUniqueOrThrow({ where: { id: operatorId } });
    const rows = await tx.webhookEndpoint.findMany({
      where: { operatorId, ...PRESENT },
      orderBy: { createdAt: 'asc' },
      include: { _count: { select: { deliveries: { where: DEAD } } } },
    });
    return { deskEmail, endpoints: rows.map(row => seenEndpoint(row, row._count.deliveries, now)) };
  });
}

/** One endpoint of the actor's operator. @throws AppError not-found */
export function deskEndpoint(actor: Actor, endpointId: string, now: string): Promise<SeenEndpoint> {
  return withActor(actor, async tx => {
    const row = await tx.webhookEndpoint.findFirst({
      where: { id: knownId(endpointId), ...PRESENT },
      include: { _count: { select: { deliveries: { where: DEAD } } } },
    });
    if (row === null) throw new AppError('not-found');
    return seenEndpoint(row, row._count.deliveries, now);
  });
}
