import type { CaseState } from '#app/domain/case/states.ts';
import { isCaseState } from '#app/domain/case/states.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Tag, type TagTone } from '../tag.tsx';

const TONES = {
  draft: 'neutral',
  filed: 'neutral',
  served: 'accent',
  answered: 'neutral',
  resolved: 'good',
  disputed: 'bad',
  under_review: 'accent',
  decided: 'accent',
  closed: 'neutral',
  returned: 'attention',
  inadmissible: 'neutral',
  withdrawn: 'neutral',
  misdirected: 'attention',
} as const satisfies Record<CaseState, TagTone>;

export function toneOf(state: string): TagTone {
  return isCaseState(state) ? TONES[state] : 'neutral';
}

/** The state of a case in the words of staff. */
export function StateTag({ state }: { state: string }) {
  const t = useT('domain');
  return <Tag tone={toneOf(state)}>{t(`state.${state}`)}</Tag>;
}
