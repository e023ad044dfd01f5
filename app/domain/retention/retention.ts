import { Temporal } from 'temporal-polyfill';
import type { Retention } from '../profile/profile.ts';
import { addDays, type Instant, localDateOf, type PlainDate } from '../shared/plain-date.ts';

/** Local days before which something must have happened for personal data to fall due on `today`. */
export interface DueBefore {
  /** The case was over. */
  readonly over: PlainDate;
  /** The complainant had asked for erasure. */
  readonly requested: PlainDate;
}

/** The days that count for an erasure now; a whole local day more than the time that the profile sets. */
export function dueBefore(retention: Retention, now: Instant, timeZone: string): DueBefore {
  const today = localDateOf(now, timeZone);
  const { years, onRequestDays } = retention;
  const yearsAgo = Temporal.PlainDate.from(today).subtract({ years }).toString();
  // On 29 February the years lead back to a 28th that is due itself: its own time ended a day ago.
  const isDue = erasureDay(retention, { overOn: yearsAgo, requestedOn: null }) <= today;
  return {
    over: isDue ? addDays(yearsAgo, 1) : yearsAgo,
    requested: addDays(today, -onRequestDays),
  };
}

/** The day on which the personal data of a case falls due. */
export function erasureDay(
  { years, onRequestDays }: Retention,
  { overOn, requestedOn }: { readonly overOn: PlainDate; readonly requestedOn: PlainDate | null },
): PlainDate {
  const kept = Temporal.PlainDate.from(overOn).add({ years, days: 1 }).toString();
  const asked = requestedOn === null ? kept : addDays(requestedOn, onRequestDays + 1);
  return asked < kept ? asked : kept;
}
