import type { HolidayCalendar } from '#app/domain/deadline/calendar.ts';
import type { DeadlineRule } from '#app/domain/deadline/rule.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { epochMilliseconds } from '#app/domain/shared/plain-date.ts';

/** What administrators have published, also for later. */
export interface PublishedVersions {
  readonly rules: readonly DeadlineRule[];
  readonly calendars: readonly HolidayCalendar[];
}

const NONE: PublishedVersions = { rules: [], calendars: [] };

/** A profile together with the versions in force, and the span of time in which that is what holds. */
interface Merged {
  readonly shipped: Profile;
  readonly profile: Profile;
  readonly from: number;
  readonly until: number;
}

let published = NONE;
let merged: Merged | undefined;

/** Takes over what the database says is published. */
export function keepPublished(versions: PublishedVersions): void {
  published = versions;
  merged = undefined;
}

const activation = ({ activatedAt }: DeadlineRule | HolidayCalendar) =>
  activatedAt === undefined ? Number.NEGATIVE_INFINITY : epochMilliseconds(activatedAt);

/** The profile with those of some published versions that are in force at a moment (milliseconds since the epoch). */
export function mergedWith(shipped: Profile, versions: PublishedVersions, at: number): Profile {
  const rules = versions.rules.filter(rule => activation(rule) <= at);
  const calendars = versions.calendars.filter(calendar => activation(calendar) <= at);
  if (rules.length + calendars.length === 0) return shipped;
  return {
    ...shipped,
    rules: [...shipped.rules, ...rules],
    calendars: [...shipped.calendars, ...calendars],
  };
}

/**
 * The profile as it is in force at a moment. A version published for later takes its place at its instant in every
 * process alike, without anything having to be told again.
 */
export function profileInForce(shipped: Profile, at: number): Profile {
  if (merged?.shipped === shipped && merged.from <= at && at < merged.until) return merged.profile;
  const turns = [...published.rules, ...published.calendars].map(activation);
  merged = {
    shipped,
    profile: mergedWith(shipped, published, at),
    from: Math.max(Number.NEGATIVE_INFINITY, ...turns.filter(turn => turn <= at)),
    until: Math.min(Number.POSITIVE_INFINITY, ...turns.filter(turn => turn > at)),
  };
  return merged.profile;
}
