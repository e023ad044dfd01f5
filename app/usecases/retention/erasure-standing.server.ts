import { isTerminal } from '#app/domain/case/states.ts';
import { erasureDay } from '#app/domain/retention/retention.ts';
import { localDateOf, type PlainDate } from '#app/domain/shared/plain-date.ts';
import type { CaseView } from '../complaints/queries/complainant-view.ts';
import { activeProfile } from '../profile.server.ts';

/** Whether, why and when the personal data of a case goes. */
export type ErasureStanding =
  | { readonly kind: 'open' | 'erased' }
  | { readonly kind: 'over'; readonly on: PlainDate; readonly sooner: PlainDate }
  | { readonly kind: 'asked'; readonly on: PlainDate };

/**
 * When the personal data of an opened case is erased, by itself or on request.
 * @param now ISO instant
 */
export function erasureStanding({ standing, seen }: CaseView, now: string): ErasureStanding {
  const { retention, timeZone } = activeProfile();
  const events = seen.events ?? [];
  const closedAt = seen['case-summary']?.closedAt ?? null;
  if (events.some(({ type }) => type === 'personal-data-erased')) return { kind: 'erased' };
  if (!isTerminal(standing.state) || closedAt === null) return { kind: 'open' };
  const overOn = localDateOf(closedAt, timeZone);
  const requested = events.find(({ type }) => type === 'erasure-requested');
  const dayIf = (at: string | null) =>
    erasureDay(retention, { overOn, requestedOn: at === null ? null : localDateOf(at, timeZone) });
  return requested === undefined
    ? { kind: 'over', on: dayIf(null), sooner: dayIf(now) }
    : { kind: 'asked', on: dayIf(requested.at) };
}
