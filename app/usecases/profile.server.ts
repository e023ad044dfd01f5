import type { Profile } from '#app/domain/profile/profile.ts';
import { now } from '#app/platform/clock.server.ts';
import { env } from '#app/platform/env.server.ts';
import { type ProfileId, profiles } from '#profiles/index.ts';
import { profileInForce } from './rules/versions-in-force.ts';

/** The jurisdiction that this instance serves, with the rules and calendars that are in force now. */
export function activeProfile(): Profile {
  return profileInForce(shippedProfile(), now().getTime());
}

/** The jurisdiction as it comes with the software: the first version of every rule and calendar. */
export function shippedProfile(): Profile {
  return profiles[env().RECOURS_PROFILE satisfies ProfileId];
}
