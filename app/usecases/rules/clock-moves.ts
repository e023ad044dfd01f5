import type { EventPayload } from '#app/domain/case/events.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { epochMilliseconds } from '#app/domain/shared/plain-date.ts';
import type { ProjectedClock } from '../complaints/project-clocks.ts';

/** A published version in its role as a cause of moves. */
export interface Activated {
  readonly kind: 'rule' | 'calendar';
  readonly id: string;
  /** ISO instant. */
  readonly activatesAt: string;
}

type ClockMove = EventPayload<'clocks-recomputed'>['moves'][number];

/** The profile as if a version had not been published. */
export function withoutVersion(profile: Profile, { kind, id }: Activated): Profile {
  return kind === 'rule'
    ? { ...profile, rules: profile.rules.filter(rule => rule.id !== id) }
    : { ...profile, calendars: profile.calendars.filter(calendar => calendar.version !== id) };
}

/**
 * Which clocks, running when a version came into force, run out at another moment because of it.
 * @param before the case's clocks as if the version had not been published; `after` as they are
 */
export function movesBetween(
  before: readonly ProjectedClock[],
  after: readonly ProjectedClock[],
  { activatesAt }: Activated,
): readonly ClockMove[] {
  const former = new Map(before.map(clock => [clock.id, clock]));
  return after.flatMap(clock => {
    const old = former.get(clock.id);
    const began = epochMilliseconds(clock.startedAt) < epochMilliseconds(activatesAt);
    if (old === undefined || old.dueAt === clock.dueAt || !began) return [];
    return [
      {
        clockId: clock.id,
        clock: clock.kind,
        fromRule: old.rule.id,
        toRule: clock.rule.id,
        fromCalendar: old.deadline.calendarVersion,
        toCalendar: clock.deadline.calendarVersion,
        fromDueAt: old.dueAt,
        toDueAt: clock.dueAt,
      },
    ];
  });
}
