import type { ProfileId } from '#app/domain/profile/profile.ts';
import { kleemaWana } from './kleema-wana.ts';
import { marocTelecom } from './maroc-telecom.ts';
import { orangeMail } from './orange-mail.ts';
import { orangeMaxIt } from './orange-max-it.ts';
import type { Beginning, Story } from './story.ts';
import { swisscom } from './swisscom.ts';

export type { Beginning, Story } from './story.ts';

const STORIES: Readonly<Record<ProfileId, readonly ((beginning: Beginning) => readonly Story[])[]>> = {
  ma: [marocTelecom, kleemaWana],
  ch: [swisscom],
  bf: [orangeMaxIt],
  fr: [orangeMail],
};

/** The stories from the press that happened in a profile's country. */
export function storiesOf(profile: ProfileId, beginning: Beginning): readonly Story[] {
  return STORIES[profile].flatMap(make => make(beginning));
}
