import { z } from 'zod';
import type { AppliesTo } from '../deadline/activation.ts';
import type { HolidayCalendar } from '../deadline/calendar.ts';
import type { Instant } from '../shared/plain-date.ts';

const localised = z.object({ ar: z.string(), de: z.string(), en: z.string(), fr: z.string() });

/** A calendar as a published version keeps it. */
export const CALENDAR_DEFINITION = z.object({
  version: z.string(),
  publishedOn: z.string(),
  source: z.string(),
  years: z.object({ from: z.number().int(), to: z.number().int() }),
  weekend: z.array(z.number().int()),
  names: z.record(z.string(), localised),
  days: z.array(
    z.object({
      on: z.string(),
      name: z.string(),
      regions: z.array(z.string()).optional(),
      tentative: z.boolean().optional(),
    }),
  ),
});

export type CalendarDefinition = z.infer<typeof CALENDAR_DEFINITION>;

/** A published calendar as the clock engine takes it. */
export function calendarInForce(
  definition: CalendarDefinition,
  activatedAt: Instant,
  appliesTo: AppliesTo,
): HolidayCalendar {
  return { ...definition, activatedAt, appliesTo };
}
