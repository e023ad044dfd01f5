import type { Profile, ProfileId } from '#app/domain/profile/profile.ts';
import { bf } from './bf/index.ts';
import { ch } from './ch/index.ts';
import { fr } from './fr/index.ts';
import { ma } from './ma/index.ts';

export { PROFILE_IDS, type ProfileId } from '#app/domain/profile/profile.ts';

/** Every jurisdiction that the portal can be started for. */
export const profiles: Readonly<Record<ProfileId, Profile>> = { ma, ch, bf, fr };
