import { OUTAGES } from '../taxonomy/outages.ts';
import type { EventPayload } from './events.ts';

/**
 * Whether the operator owes the complainant word of an outage before it answers: from the delivery on, a clock of its
 * own runs until the operator tells the complainant something. Operators in dispute have other ways to talk.
 */
export function owesInformation({
  track,
  category,
}: Pick<EventPayload<'filed'>, 'track' | 'category'>): boolean {
  return track !== 'wholesale' && category in OUTAGES;
}
