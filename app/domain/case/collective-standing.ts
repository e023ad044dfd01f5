/** How a collective complaint's public page stands. */
export interface CollectiveStanding {
  /** A proposed text waits for an officer. */
  readonly textWaits: boolean;
  /** A text was approved: the page is public. */
  readonly published: boolean;
  /** Whether supporters may still join; the end of the case closes it, too. */
  readonly support: 'open' | 'closed';
}

const UNPUBLISHED: CollectiveStanding = { textWaits: false, published: false, support: 'open' };

/** An event as far as the public page depends on it. */
interface Recorded {
  readonly type: string;
}

interface Filed {
  readonly type: 'filed';
  readonly payload: { readonly track: string };
}

function changed(current: CollectiveStanding, type: string): CollectiveStanding {
  switch (type) {
    case 'public-text-proposed':
      return { ...current, textWaits: true };
    case 'public-text-approved':
      return { ...current, textWaits: false, published: true };
    case 'public-text-refused':
      return { ...current, textWaits: false };
    case 'support-closed':
      return { ...current, support: 'closed' };
    default:
      return current;
  }
}

/** The standing after one more event; null for a case that isn't collective. */
export function collectiveAfter(
  current: CollectiveStanding | null,
  event: Recorded | Filed,
): CollectiveStanding | null {
  if (event.type === 'filed' && 'payload' in event) {
    return event.payload.track === 'collective' ? UNPUBLISHED : null;
  }
  return current === null ? null : changed(current, event.type);
}

/** The standing after a whole log, for readers who have the case's row and its events. */
export function collectiveStanding(track: string, events: readonly Recorded[]): CollectiveStanding | null {
  if (track !== 'collective') return null;
  return events.reduce((standing, { type }) => changed(standing, type), UNPUBLISHED);
}
