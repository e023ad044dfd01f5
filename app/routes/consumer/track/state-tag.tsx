import type { CaseState } from '#app/domain/case/states.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Tag, type TagTone } from '#app/ui/tag.tsx';

const TONES: Partial<Record<CaseState, TagTone>> = {
  answered: 'attention',
  returned: 'attention',
  resolved: 'good',
  decided: 'accent',
  under_review: 'accent',
  served: 'accent',
};

export function StateTag({ state }: { state: CaseState }) {
  const t = useT('domain');
  return <Tag tone={TONES[state] ?? 'neutral'}>{t(`state.${state}`)}</Tag>;
}
