import { z } from 'zod';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { WebhookDelivery, WebhookEndpoint } from '#app/platform/db/generated/client.ts';

/** Messages in hand at once for one endpoint; one for an endpoint that fails, so that it holds nobody else up. */
const AT_ONCE = 3;
const AT_ONCE_WHILE_FAILING = 1;

/** After so long a message in hand is taken to be lost with its worker and is sent again under the same id. */
const LEASE_SECONDS = 120;

export interface Claimed {
  readonly message: WebhookDelivery;
  readonly endpoint: WebhookEndpoint;
}

const Ids = z.array(z.object({ id: z.string() }));

const WAITING = `w.state IN ('queued', 'sent') AND w.next_attempt_at <= $1::timestamptz
  AND coalesce(w.leased_until <= $1::timestamptz, true)`;

const IN_HAND = `(SELECT count(*) FROM webhook_delivery o
  WHERE o.endpoint_id = e.id AND o.state IN ('queued', 'sent') AND o.leased_until > $1::timestamptz)
  < CASE WHEN e.failing_since IS NULL THEN ${AT_ONCE} ELSE ${AT_ONCE_WHILE_FAILING} END`;

/** The endpoint that waits longest and has a hand free; its row stays locked while a message is chosen. */
const CHOOSE_ENDPOINT = `
  SELECT e.id FROM webhook_endpoint e
  JOIN LATERAL (SELECT min(w.next_attempt_at) AS since FROM webhook_delivery w
    WHERE w.endpoint_id = e.id AND ${WAITING}) waiting ON waiting.since IS NOT NULL
  WHERE e.state = 'active' AND ${IN_HAND}
  ORDER BY (e.failing_since IS NOT NULL), waiting.since LIMIT 1 FOR UPDATE OF e SKIP LOCKED`;

/** Looks again with the endpoint locked: another worker may have taken the last free hand. */
const TAKE_MESSAGE = `
  UPDATE webhook_delivery SET leased_until = $1::timestamptz + interval '${LEASE_SECONDS} seconds'
  WHERE id = (SELECT w.id FROM webhook_delivery w JOIN webhook_endpoint e ON e.id = w.endpoint_id
    WHERE e.id = $2::uuid AND ${WAITING} AND ${IN_HAND}
    ORDER BY w.next_attempt_at, w.id LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
  RETURNING id`;

/**
 * Takes one message whose time has come, so that no other worker sends it meanwhile; undefined when there is none or
 * its endpoint has its hands full. `now` is an ISO instant. Call it as the system.
 */
export async function claimWebhook(tx: Tx, now: string): Promise<Claimed | undefined> {
  const [endpoint] = Ids.parse(await tx.$queryRawUnsafe(CHOOSE_ENDPOINT, now));
  if (endpoint === undefined) return undefined;
  const [taken] = Ids.parse(await tx.$queryRawUnsafe(TAKE_MESSAGE, now, endpoint.id));
  if (taken === undefined) return undefined;
  const { endpoint: to, ...message } = await tx.webhookDelivery.findUniqueOrThrow({
    where: { id: taken.id },
    include: { endpoint: true },
  });
  return { message, endpoint: to };
}
