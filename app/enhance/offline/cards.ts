import { clockTime, copyOf, part, text } from './given.ts';
import type { KeptComplaint } from './store.ts';

/** What is on this device besides the complaint being written: each with where it is and what can be done. */

export type CardAction = 'edit' | 'send' | 'forget';

function cardId({ state, refusal, online }: KeptComplaint): string {
  if (state !== 'draft') return `card-${state}`;
  return refusal ? 'card-refused' : online ? 'card-copy' : 'card-draft';
}

function fill(card: DocumentFragment, slot: string, value: string | undefined): void {
  const place = card.querySelector<HTMLElement>(`[data-slot=${slot}]`);
  if (!place) return;
  place.textContent = value ?? '';
  place.hidden = !value;
}

function cardOf(complaint: KeptComplaint): DocumentFragment {
  const { id, triedAt, receipt, refusal } = complaint;
  const card = copyOf(cardId(complaint));
  fill(card, 'reference', receipt?.reference);
  fill(card, 'code', receipt?.code);
  fill(card, 'earlier', receipt?.earlier ? text('earlier') : undefined);
  fill(card, 'reason', refusal && [refusal.detail, ...refusal.fields.map(field => field.text)].join(' '));
  fill(card, 'tried', triedAt ? text('waitingTried', { time: clockTime(triedAt) }) : undefined);
  for (const button of card.querySelectorAll<HTMLElement>('[data-action]')) {
    button.dataset.complaint = id;
    // It may have arrived: changed, it could be filed twice.
    if (button.dataset.action === 'edit' && triedAt !== undefined) button.hidden = true;
  }
  return card;
}

/** Shows the cards; leaves them alone when nothing changed, so that a focus on one stays. */
export function showCards(complaints: readonly KeptComplaint[]): void {
  const place = part('[data-cards]');
  const state = JSON.stringify(
    complaints.map(({ id, state, triedAt, refusal }) => [id, state, triedAt, refusal]),
  );
  if (place.dataset.state === state) return;
  place.dataset.state = state;
  place.replaceChildren(...complaints.map(cardOf));
}

export function onCardAction(act: (action: CardAction, complaint: string) => void): void {
  part('[data-cards]').addEventListener('click', event => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
    if (button?.dataset.complaint) act(button.dataset.action as CardAction, button.dataset.complaint);
  });
}
