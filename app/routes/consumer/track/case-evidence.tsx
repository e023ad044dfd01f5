import { type EvidenceKind, kindOf } from '#app/domain/evidence/media-types.ts';
import { isReleased } from '#app/domain/evidence/standing.ts';
import { formatBytes, formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { EvidenceList } from '#app/ui/evidence-list.tsx';
import { shownEvidence } from '#app/ui/evidence-shown.ts';
import { Section } from '#app/ui/page-title.tsx';
import type { OwnEvidence } from '#app/usecases/complaints/queries/complainant-view.ts';

const KIND_TEXTS = {
  image: 'photo',
  pdf: 'document',
  audio: 'audio',
  video: 'video',
  email: 'mail',
} as const satisfies Record<EvidenceKind, string>;

interface CaseEvidenceProps {
  readonly evidence: readonly OwnEvidence[];
  readonly mayAdd: boolean;
  readonly operator: string;
}

/** Which party opened a file first, in plain words. */
function OpenedBy({ file, operator }: { file: OwnEvidence; operator: string }) {
  const t = useT('custody');
  const { language, timeZone } = useApp();
  const { opened } = file;
  const lines = (['operator', 'regulator'] as const).flatMap(party => {
    const at = opened[party];
    if (at === null || (party === 'operator' && file.uploadedByRole === 'liaison')) return [];
    return [t(`seen.${party}`, { operator, date: formatDate(at, language, timeZone, 'medium') })];
  });
  if (file.uploadedByRole === 'liaison' && lines.length === 0) return null;
  return <p className="muted">{lines.length === 0 ? t('seen.nobody') : lines.join(' · ')}</p>;
}

function TakeAlong() {
  const t = useT('custody');
  return (
    <>
      <p className="no-print">
        <LinkButton href="/track/case/custody.zip" look="plain" small download>
          {t('bundle.own')}
        </LinkButton>
      </p>
      <p className="muted no-print">{t('bundle.hint')}</p>
    </>
  );
}

/** The files of the case: the copies that everybody views, and the complainant's way to the originals. */
export function CaseEvidence({ evidence, mayAdd, operator }: CaseEvidenceProps) {
  const t = useT('track');
  const { language, timeZone } = useApp();
  const items = evidence.map(file => ({
    ...shownEvidence(file, t),
    id: file.id,
    name: file.fileName,
    sha256: file.sha256,
    kindText: t(`common:file.${KIND_TEXTS[kindOf(file.mediaType)]}`),
    sizeText: formatBytes(file.size, language),
    addedText: t('evidence.added', {
      date: formatDate(file.uploadedAt, language, timeZone, 'medium'),
      party: file.uploadedByRole === 'liaison' ? operator : t('party.you'),
    }),
    originalHref: isReleased(file.standing) ? `/evidence/${file.id}/original` : undefined,
    notes: isReleased(file.standing) ? <OpenedBy file={file} operator={operator} /> : undefined,
  }));
  const add = mayAdd ? (
    <LinkButton href="/track/case/evidence" look="secondary" small>
      {t('evidence.title')}
    </LinkButton>
  ) : null;
  return (
    <Section title={t('evidence.section')} aside={add}>
      {items.length > 0 ? <EvidenceList items={items} /> : <p className="muted">{t('evidence.none')}</p>}
      {items.length > 0 ? <TakeAlong /> : null}
    </Section>
  );
}
