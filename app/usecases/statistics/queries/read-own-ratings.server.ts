import type { Actor } from '#app/domain/case/states.ts';
import { continueAsSystem, withActor } from '#app/platform/db/client.server.ts';
import type { RatingRow } from './read-ratings.server.ts';
import { ratingsWithin } from './read-ratings.server.ts';

/** Fewer ratings than this, and a mean would tell what one person thinks. */
export const LEAST_RATINGS = 5;

/**
 * How an operator's complainants rated the procedure in a period, as the regulator sees it; null under
 * {@link LEAST_RATINGS}. Single ratings are the regulator's alone, so the system adds them up.
 */
export function readOwnRatings(
  actor: Actor,
  operatorId: string,
  period: Parameters<typeof ratingsWithin>[1],
): Promise<RatingRow | null> {
  return withActor(actor, async tx => {
    await continueAsSystem(tx);
    const rows = await ratingsWithin(tx, period, operatorId);
    const own = rows[0];
    return own !== undefined && own.count >= LEAST_RATINGS ? own : null;
  });
}
