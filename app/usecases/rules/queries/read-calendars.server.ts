import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import type { AppliesTo } from '#app/domain/deadline/activation.ts';
import type { CalendarDay, HolidayCalendar } from '#app/domain/deadline/calendar.ts';
import {
  CALENDAR_CHANGE,
  type CalendarChange,
  type TentativeFeast,
  tentativeFeasts,
} from '#app/domain/rules/calendar-change.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import type { LocalisedText } from '#app/domain/shared/language.ts';
import { addDays, localDateOf } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { CalendarVersion } from '#app/platform/db/generated/client.ts';
import { shippedProfile } from '../../profile.server.ts';
import { appliesToOf, publishedCalendars } from '../version-store.server.ts';
import { type VersionFacts, versionFacts } from './version-facts.ts';

type CalendarStanding = 'draft' | 'scheduled' | 'in-force' | 'withdrawn';

export interface SeenCalendarVersion {
  readonly id: string;
  readonly standing: CalendarStanding;
  readonly appliesTo: AppliesTo;
  readonly source: string;
  readonly changes: readonly CalendarChange[];
  readonly facts: VersionFacts;
}

export interface CalendarBook {
  /** The calendar published last, also for later: what the next version changes. */
  readonly latest: string;
  readonly source: string;
  readonly years: HolidayCalendar['years'];
  readonly names: Readonly<Record<string, LocalisedText>>;
  /** Of the year asked for. */
  readonly days: readonly CalendarDay[];
  readonly toConfirm: readonly TentativeFeast[];
  /** The newest first; what came with the software is not among them. */
  readonly versions: readonly SeenCalendarVersion[];
}

/** Feasts are offered for confirmation from this long before to this long after their day. */
const CONFIRMED_BEFORE_DAYS = 120;
const CONFIRMED_AFTER_DAYS = 45;

function seenVersion(row: CalendarVersion, now: string): SeenCalendarVersion {
  const scheduled = (row.activatesAt?.toISOString() ?? '') > now;
  const standing = row.state === 'published' ? (scheduled ? 'scheduled' : 'in-force') : row.state;
  return {
    id: row.id,
    standing:
      standing === 'draft' || standing === 'withdrawn' || standing === 'scheduled' ? standing : 'in-force',
    appliesTo: appliesToOf(row.appliesTo),
    source: row.source,
    changes: z.array(CALENDAR_CHANGE).parse(row.changes),
    facts: versionFacts(row),
  };
}

/** The calendar as it will be after everything that is published, with its history. */
export function readCalendars(actor: Actor, question: { now: string; year: number }): Promise<CalendarBook> {
  const { now, year } = question;
  return withActor(actor, async tx => {
    const { id: profile, timeZone } = shippedProfile();
    const latest = (await publishedCalendars(tx)).at(-1);
    if (latest === undefined) throw new AppError('not-found');
    const rows = await tx.calendarVersion.findMany({ where: { profile }, orderBy: { createdAt: 'desc' } });
    const today = localDateOf(now, timeZone);
    return {
      latest: latest.version,
      source: latest.source,
      years: latest.years,
      names: latest.names,
      days: latest.days
        .filter(({ on }) => on.startsWith(`${year}-`))
        .sort((a, b) => a.on.localeCompare(b.on)),
      toConfirm: tentativeFeasts(latest, {
        from: addDays(today, -CONFIRMED_AFTER_DAYS),
        to: addDays(today, CONFIRMED_BEFORE_DAYS),
      }),
      versions: rows.map(row => seenVersion(row, now)),
    };
  });
}

/** One version of the calendar, and the names that its changes may use. @throws AppError `not-found` */
export function readCalendarVersion(actor: Actor, id: string, now: string) {
  return withActor(actor, async tx => {
    const row = await tx.calendarVersion.findUnique({ where: { id } });
    const latest = (await publishedCalendars(tx)).at(-1);
    if (row === null || latest === undefined) throw new AppError('not-found');
    return { version: seenVersion(row, now), names: latest.names };
  });
}
