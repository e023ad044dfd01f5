import type { SeenCase } from '#app/domain/access/seen-case.ts';
import { isCategory } from '#app/domain/taxonomy/taxonomy.ts';
import { categoryLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { CopyButton } from '../button.tsx';
import { PageTitle } from '../page-title.tsx';
import { Reference, Tag } from '../tag.tsx';
import { StateTag } from './state-tag.tsx';

/** Reference, state and what the case is about: the head of every staff page on one case. */
export function CaseHeading({ found, title }: { found: SeenCase; title?: string }) {
  const t = useT('operator');
  const { reference, category, track, operator, urgent } = found.summary;
  const about = [
    isCategory(category) ? categoryLabel(t, category) : category,
    t(`taxonomy:track.${track}.label`),
    operator.name,
  ];
  return (
    <PageTitle
      windowTitle={[title, reference].filter(Boolean).join(' ')}
      caption={title}
      lead={about.join(' · ')}
      aside={
        <>
          {urgent ? <Tag tone="attention">{t('case.urgent')}</Tag> : null}
          <StateTag state={found.standing.state} />
          <CopyButton text={reference} />
        </>
      }
    >
      <Reference>{reference}</Reference>
    </PageTitle>
  );
}
