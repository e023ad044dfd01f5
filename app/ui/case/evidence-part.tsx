import type { ReactNode } from 'react';
import type { SeenEvidence } from '#app/domain/access/seen-case.ts';
import { kindOf } from '#app/domain/evidence/media-types.ts';
import { formatBytes, formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { type EvidenceItem, EvidenceList } from '../evidence-list.tsx';
import { Section } from '../page-title.tsx';

const KIND_TEXTS = {
  image: 'photo',
  pdf: 'document',
  audio: 'audio',
  video: 'video',
  email: 'mail',
} as const;

type T = ReturnType<typeof useT>;

function stateText(file: SeenEvidence, t: T): string | undefined {
  if (file.copyState === 'ready') return undefined;
  const state = t(`domain:copyState.${file.copyState}`);
  return file.copyError ? `${state}. ${t(`domain:copyError.${file.copyError}`)}` : state;
}

/** The files of a case: cleaned copies to look at, originals to download for who may. */
export function useEvidenceItems(
  files: readonly SeenEvidence[],
  originals: boolean,
): readonly EvidenceItem[] {
  const t = useT('operator');
  const { language, timeZone } = useApp();
  return files.map(file => {
    const copy = file.copyState === 'ready' ? `/evidence/${file.id}/copy` : undefined;
    const picture = file.copyMediaType?.startsWith('image/') === true;
    return {
      id: file.id,
      name: file.fileName,
      kindText: t(`common:file.${KIND_TEXTS[kindOf(file.mediaType)]}`),
      sizeText: formatBytes(file.size, language),
      addedText: t('case.addedBy', {
        party: t(`domain:role.${file.uploadedByRole}`),
        date: formatDateTime(file.uploadedAt, language, timeZone),
      }),
      previewHref: copy,
      thumbnailSrc: picture ? copy : undefined,
      originalHref: originals ? `/evidence/${file.id}/original` : undefined,
      sha256: file.sha256,
      stateText: stateText(file, t),
    };
  });
}

interface EvidencePartProps {
  readonly files: readonly SeenEvidence[] | undefined;
  readonly originals: boolean;
  /** A form that adds files, for who may. */
  readonly children?: ReactNode;
}

export function EvidencePart({ files = [], originals, children }: EvidencePartProps) {
  const t = useT('operator');
  const items = useEvidenceItems(files, originals);
  return (
    <Section title={t('case.evidence')} id="evidence">
      {items.length === 0 ? <p className="muted">{t('case.noEvidence')}</p> : <EvidenceList items={items} />}
      {children}
    </Section>
  );
}
