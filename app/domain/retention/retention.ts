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
export function dueBefore({ years, onRequestDays }: Retention, now: Instant, timeZone: string): DueBefore {
  const today = localDateOf(now, timeZone);
  return {
    over: Temporal.PlainDate.from(today).subtract({ years }).toString(),
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
