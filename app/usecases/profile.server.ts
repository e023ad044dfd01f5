import type { Profile } from '#app/domain/profile/profile.ts';
import { env } from '#app/platform/env.server.ts';
import { profiles } from '#profiles/index.ts';

/** The jurisdiction that this instance serves. */
export function activeProfile(): Profile {
  return profiles[env().RECOURS_PROFILE];
}
