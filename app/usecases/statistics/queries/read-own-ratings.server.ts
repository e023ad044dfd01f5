import type { Actor } from '#app/domain/case/states.ts';
import { continueAsSystem, withActor } from '#app/platform/db/client.server.ts';
import type { FiguresFilter } from '../figures-filter.schema.ts';
import type { RatingRow } from './read-ratings.server.ts';
import { ratingsWithin } from './read-ratings.server.ts';

/** Fewer ratings than this, and a mean would tell what one person thinks. */
export const LEAST_RATINGS = 5;

/**
 * How the complainants of an operator's cases of a period rated the procedure, as the regulator sees it; null under
 * {@link LEAST_RATINGS}. Of all categories together, so that fewer could not be told by subtraction. Single ratings are the regulator's alone, so the system adds them up.
 */
export function readOwnRatings(
  actor: Actor,
  operatorId: string,
  { from, to }: Pick<FiguresFilter, 'from' | 'to'>,
): Promise<RatingRow | null> {
  return withActor(actor, async tx => {
    await continueAsSystem(tx);
    const rows = await ratingsWithin(tx, { from, to, operator: operatorId });
    const own = rows[0];
    return own !== undefined && own.count >= LEAST_RATINGS ? own : null;
  });
}
