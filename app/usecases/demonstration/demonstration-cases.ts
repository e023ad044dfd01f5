import type { ProfileId } from '#app/domain/profile/profile.ts';

/** The cases of each profile's story from the press, by the keys from which their ids and codes follow. */
const STORIES = {
  ma: ['maroc-telecom', 'kleema-wana', 'kleema-subscriber'],
  ch: ['swisscom'],
  bf: ['orange-max-it'],
  fr: ['orange-mail-lille', 'orange-mail-mont-de-marsan', 'orange-mail-chalon'],
} as const satisfies Record<ProfileId, readonly string[]>;

/** Invented cases that wait for what a visitor may want to try. */
const TO_TRY = ['try-answer', 'try-judge', 'try-reply', 'try-decide'] as const;

export type StoryKey = (typeof STORIES)[ProfileId][number];
export type TrialKey = (typeof TO_TRY)[number];

export function storyKeys(profile: ProfileId): readonly StoryKey[] {
  return STORIES[profile];
}

export function trialKeys(): readonly TrialKey[] {
  return TO_TRY;
}

/** Whether the demonstration shows the receipt of the example of this name. */
export function isDemonstrationKey(key: string): boolean {
  return [...Object.values(STORIES).flat(), ...TO_TRY].some(shown => shown === key);
}
