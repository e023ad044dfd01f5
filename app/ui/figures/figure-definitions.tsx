import { useT } from '#app/i18n/use-translation.ts';
import { DefinitionList } from '../lists.tsx';
import { Section } from '../page-title.tsx';

const DEFINED = [
  'period',
  'deadlineEnded',
  'deadlinesMet',
  'missed',
  'answersInTime',
  'days',
  'outcomes',
  'disputed',
  'rate',
] as const;

/** What each figure counts, and of what: the words of docs/figures.md for who reads the page. */
export function FigureDefinitions() {
  const t = useT('figures');
  return (
    <Section title={t('defined.title')} id="definitions">
      <DefinitionList
        items={DEFINED.map(key => ({
          key,
          term: t(`defined.${key}.term`),
          value: t(`defined.${key}.meaning`),
        }))}
      />
    </Section>
  );
}
