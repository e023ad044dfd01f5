import type { CaseView } from '#app/usecases/complaints/queries/complainant-view.ts';

export interface OpenQuestion {
  readonly text: string;
  readonly asker: 'operator' | 'regulator';
  readonly at: string;
}

/** What the complainant is asked while the case is returned: the last question of the log. */
export function openQuestion({ standing, seen }: CaseView): OpenQuestion | null {
  if (standing.state !== 'returned') return null;
  const asked = seen.events?.findLast(
    ({ type }) => type === 'information-requested' || type === 'returned-for-information',
  );
  if (asked === undefined || !('messageId' in asked.payload)) return null;
  const { messageId } = asked.payload;
  const message = seen.messages?.find(({ id }) => id === messageId);
  const asker = asked.type === 'information-requested' ? 'operator' : 'regulator';
  return message ? { text: message.body, asker, at: asked.at } : null;
}
