import type { SeenAnnex, SeenCase, SeenEvidence } from '#app/domain/access/seen-case.ts';
import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { Notice } from '../notice.tsx';
import { Section } from '../page-title.tsx';
import { Tag } from '../tag.tsx';

/** How the case came in, where that was not the complainant alone, and how its interim measure stands. */
export function TrackPart({ found: { summary } }: { found: SeenCase }) {
  const t = useT('tracks');
  const { language, timeZone } = useApp();
  const { assisted, interim } = summary;
  return (
    <>
      {assisted === null ? null : (
        <Notice>
          {t('assisted.shown', {
            channel: t(`channel.${assisted.channel}`),
            date: formatDateTime(assisted.on, language, timeZone),
          })}
        </Notice>
      )}
      {interim === null ? null : (
        <p className="mb-4">
          <Tag tone={interim === 'requested' ? 'attention' : 'neutral'}>
            {t(`domain:interimDecision.${interim}`)}
          </Tag>
        </p>
      )}
    </>
  );
}

interface AnnexesPartProps {
  readonly annexes: readonly SeenAnnex[] | undefined;
  readonly files: readonly SeenEvidence[] | undefined;
}

/** The confidential annexes of a dispute: that they exist for both parties, whose each is, and who may read it. */
export function AnnexesPart({ annexes = [], files = [] }: AnnexesPartProps) {
  const t = useT('tracks');
  const { language, timeZone } = useApp();
  if (annexes.length === 0) return null;
  return (
    <Section title={t('annex.listTitle')} id="annexes">
      <ul className="m-0 list-none p-0">
        {annexes.map(annex => {
          const file = files.find(({ id }) => id === annex.evidenceId);
          return (
            <li key={annex.evidenceId} className="mb-3">
              <span dir="auto">{annex.description}</span>
              <br />
              <span className="muted">
                {t(`annex.by.${annex.party === 'liaison' ? 'respondent' : 'claimant'}`, {
                  date: formatDateTime(annex.at, language, timeZone),
                })}{' '}
                {file === undefined ? t('annex.withheld') : t('annex.readable', { name: file.fileName })}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
