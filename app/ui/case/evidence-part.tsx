import type { ReactNode } from 'react';
import type { SeenCase, SeenCustody, SeenEvidence } from '#app/domain/access/seen-case.ts';
import { kindOf } from '#app/domain/evidence/media-types.ts';
import { isReleased } from '#app/domain/evidence/standing.ts';
import { formatBytes, formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { LinkButton } from '../button.tsx';
import { type EvidenceItem, EvidenceList } from '../evidence-list.tsx';
import { shownEvidence } from '../evidence-shown.ts';
import { Section } from '../page-title.tsx';
import { CustodyNotes } from './custody-notes.tsx';

const KIND_TEXTS = {
  image: 'photo',
  pdf: 'document',
  audio: 'audio',
  video: 'video',
  email: 'mail',
} as const;

interface EvidenceFilesProps {
  readonly files: readonly SeenEvidence[];
  /** Whether the reader may have originals. */
  readonly originals: boolean;
  readonly custody?: readonly SeenCustody[] | undefined;
}

function useEvidenceItems({ files, originals, custody }: EvidenceFilesProps): readonly EvidenceItem[] {
  const t = useT('operator');
  const { language, timeZone } = useApp();
  return files.map(file => ({
    ...shownEvidence(file, t),
    id: file.id,
    name: file.fileName,
    kindText: t(`common:file.${KIND_TEXTS[kindOf(file.mediaType)]}`),
    sizeText: formatBytes(file.size, language),
    addedText: t('case.addedBy', {
      party: t(`domain:role.${file.uploadedByRole}`),
      date: formatDateTime(file.uploadedAt, language, timeZone),
    }),
    originalHref: originals && isReleased(file.standing) ? `/evidence/${file.id}/original` : undefined,
    sha256: file.sha256,
    notes: <CustodyNotes file={file} entries={custody?.filter(({ evidenceId }) => evidenceId === file.id)} />,
  }));
}

/** Files as staff look at them: cleaned copies, and originals to download for who may. */
export function EvidenceFiles(props: EvidenceFilesProps) {
  return <EvidenceList items={useEvidenceItems(props)} />;
}

interface EvidencePartProps {
  readonly found: SeenCase;
  /** Where the custody bundle is, for who may take it. */
  readonly bundleHref?: string | undefined;
  /** A form that adds files, for who may. */
  readonly children?: ReactNode;
}

export function EvidencePart({ found, bundleHref, children }: EvidencePartProps) {
  const t = useT('operator');
  const { 'evidence-copy': files = [], custody } = found.seen;
  const { originals } = found;
  return (
    <Section title={t('case.evidence')} id="evidence">
      {files.length === 0 ? (
        <p className="muted">{t('case.noEvidence')}</p>
      ) : (
        <EvidenceFiles {...{ files, originals, custody }} />
      )}
      {bundleHref && files.length > 0 ? <BundleLink href={bundleHref} /> : null}
      {children}
    </Section>
  );
}

function BundleLink({ href }: { href: string }) {
  const t = useT('custody');
  return (
    <>
      <p>
        <LinkButton href={href} look="secondary" small download>
          {t('bundle.link')}
        </LinkButton>
      </p>
      <p className="muted">{t('bundle.hint')}</p>
    </>
  );
}
