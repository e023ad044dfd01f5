import type { TagTone } from '#app/ui/tag.tsx';

const TONES: Readonly<Record<string, TagTone>> = {
  draft: 'attention',
  scheduled: 'accent',
  'in-force': 'good',
};

/** The colour that goes with how a version stands; the words say the same. */
export function standingTone(standing: string): TagTone {
  return TONES[standing] ?? 'neutral';
}
