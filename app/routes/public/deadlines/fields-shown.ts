import type { RecountFields } from '#app/domain/deadline/recount.ts';
import { instantOf, localMinuteOf } from '#app/domain/shared/plain-date.ts';

const TIMES = /^(start|from\d|to\d)$/;

/** The address's values as the form's fields hold them: an instant becomes the minute that it is in the zone. */
export function fieldsShown(fields: RecountFields, timeZone: string): RecountFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const at = TIMES.test(name) ? instantOf(value, timeZone) : null;
      return [name, at === null ? value : localMinuteOf(at, timeZone)];
    }),
  );
}
