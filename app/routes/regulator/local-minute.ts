import { Temporal } from 'temporal-polyfill';

/** An instant as a date and time field shows it: `YYYY-MM-DDTHH:MM` on the zone's clocks. */
export function localMinute(instant: string, timeZone: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString({ smallestUnit: 'minute' });
}
