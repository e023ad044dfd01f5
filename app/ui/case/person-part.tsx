import type { SeenFields } from '#app/domain/access/seen-case.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { type DefinitionItem, DefinitionList } from '../lists.tsx';
import { Section } from '../page-title.tsx';
import { Reference } from '../tag.tsx';

function given(term: string, value: string | null | undefined, ltr = false): readonly DefinitionItem[] {
  if (!value) return [];
  return [{ term, value: ltr ? <Reference>{value}</Reference> : <bdi>{value}</bdi> }];
}

/** Who filed, as far as the reader sees: contact and identity are absent from what others get. */
export function PersonPart({ seen, language }: { seen: Partial<SeenFields>; language: string }) {
  const t = useT('operator');
  const { identity, contact } = seen;
  if (identity === undefined) return null;
  return (
    <Section title={t('case.person')} id="person">
      <DefinitionList
        dense
        items={[
          ...given(t('case.name'), identity.name),
          ...given(t('case.organisation'), identity.organisationName),
          ...given(t('case.organisationNumber'), identity.organisationNumber, true),
          ...given(t('case.line'), identity.lineNumber, true),
          ...given(t('case.email'), contact?.email, true),
          ...given(t('case.phone'), contact?.phone, true),
          ...given(t('case.writesIn'), t(`common:language.${language}`)),
        ]}
      />
      {contact === undefined ? <p className="muted">{t('case.contactHidden')}</p> : null}
    </Section>
  );
}
