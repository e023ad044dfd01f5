import type { EventPayload } from './events.ts';
import type { InterimDecision } from './outcomes.ts';

/** How a request for an interim measure stands. */
export type InterimStanding = 'requested' | InterimDecision;

/** Whether a dispute between operators asks for a measure that holds until the decision. */
export function asksForInterim({ track, facts }: Pick<EventPayload<'filed'>, 'track' | 'facts'>): boolean {
  return track === 'wholesale' && facts.interimMeasure === 'yes';
}
