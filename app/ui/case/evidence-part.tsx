import type { ReactNode } from 'react';
import type { SeenCase } from '#app/domain/access/seen-case.ts';
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

/** The files of a case: cleaned copies to look at, originals to download for who may. */
function useEvidenceItems({ seen, originals }: SeenCase): readonly EvidenceItem[] {
  const { 'evidence-copy': files = [], custody } = seen;
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

interface EvidencePartProps {
  readonly found: SeenCase;
  /** Where the custody bundle is, for who may take it. */
  readonly bundleHref?: string | undefined;
  /** A form that adds files, for who may. */
  readonly children?: ReactNode;
}

export function EvidencePart({ found, bundleHref, children }: EvidencePartProps) {
  const t = useT('operator');
  const items = useEvidenceItems(found);
  return (
    <Section title={t('case.evidence')} id="evidence">
      {items.length === 0 ? <p className="muted">{t('case.noEvidence')}</p> : <EvidenceList items={items} />}
      {bundleHref && items.length > 0 ? <BundleLink href={bundleHref} /> : null}
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
