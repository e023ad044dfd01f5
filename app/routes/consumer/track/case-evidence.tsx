import { type EvidenceKind, kindOf } from '#app/domain/evidence/media-types.ts';
import { formatBytes, formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { EvidenceList } from '#app/ui/evidence-list.tsx';
import { Section } from '#app/ui/page-title.tsx';
import type { SeenEvidence } from '#app/usecases/complaints/queries/complainant-view.ts';

const KIND_TEXTS = {
  image: 'photo',
  pdf: 'document',
  audio: 'audio',
  video: 'video',
  email: 'mail',
} as const satisfies Record<EvidenceKind, string>;

interface CaseEvidenceProps {
  readonly evidence: readonly SeenEvidence[];
  readonly mayAdd: boolean;
  readonly operator: string;
}

/** The files of the case: the copies that everybody views, and the complainant's way to the originals. */
export function CaseEvidence({ evidence, mayAdd, operator }: CaseEvidenceProps) {
  const t = useT('track');
  const { language, timeZone } = useApp();
  const items = evidence.map(
    ({ id, fileName, mediaType, size, sha256, copyState, uploadedAt, uploadedByRole }) => ({
      id,
      name: fileName,
      sha256,
      kindText: t(`common:file.${KIND_TEXTS[kindOf(mediaType)]}`),
      sizeText: formatBytes(size, language),
      addedText: t('evidence.added', {
        date: formatDate(uploadedAt, language, timeZone, 'medium'),
        party: uploadedByRole === 'liaison' ? operator : t('party.you'),
      }),
      previewHref: copyState === 'ready' ? `/evidence/${id}/copy` : undefined,
      originalHref: `/evidence/${id}/original`,
      stateText: copyState === 'ready' ? undefined : t(`domain:copyState.${copyState}`),
    }),
  );
  const add = mayAdd ? (
    <LinkButton href="/track/case/evidence" look="secondary" small>
      {t('evidence.title')}
    </LinkButton>
  ) : null;
  return (
    <Section title={t('evidence.section')} aside={add}>
      {items.length > 0 ? <EvidenceList items={items} /> : <p className="muted">{t('evidence.none')}</p>}
    </Section>
  );
}
