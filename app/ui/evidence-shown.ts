import type { EvidenceStanding } from '#app/domain/evidence/standing.ts';
import type { useT } from '#app/i18n/use-translation.ts';
import type { EvidenceItem } from './evidence-list.tsx';

/** What decides how a file can be looked at, for every audience alike. */
interface ShownEvidence {
  readonly id: string;
  readonly fileName: string;
  readonly standing: EvidenceStanding;
  readonly copyMediaType: string | null;
  readonly copyError: string | null;
  readonly pages: number | null;
  readonly previews: number;
}

type T = ReturnType<typeof useT>;

function stateText({ standing, copyError }: ShownEvidence, t: T): string | undefined {
  switch (standing) {
    case 'ready':
      return undefined;
    case 'being-prepared':
      return t('domain:copyState.pending');
    case 'erased':
      return t('domain:copyState.erased');
    case 'no-copy':
      return [t('domain:copyState.failed'), copyError === null ? '' : t(`domain:copyError.${copyError}`)]
        .filter(Boolean)
        .join('. ');
    default:
      return t(`custody:state.${standing}`);
  }
}

const TONES = {
  'being-checked': 'attention',
  quarantined: 'bad',
  'being-prepared': 'neutral',
  'no-copy': 'neutral',
  ready: 'neutral',
  erased: 'neutral',
} as const satisfies Record<EvidenceStanding, EvidenceItem['stateTone']>;

function lookingOf({ id, fileName, copyMediaType, pages, previews }: ShownEvidence): Partial<EvidenceItem> {
  const previewHref = `/evidence/${id}/copy`;
  const pictures = Array.from({ length: previews }, (_, number) => `/evidence/${id}/preview/${number}`);
  const kind = (['audio', 'video'] as const).find(type => copyMediaType?.startsWith(`${type}/`));
  if (kind !== undefined) return { previewHref, player: { kind, src: previewHref, fileName } };
  if (pages !== null) return { previewHref, pages: { pictures, count: pages } };
  return { previewHref, thumbnailSrc: pictures[0] };
}

/** How a file stands, in words, and the ways to look at it: only once it has been found harmless and copied. */
export function shownEvidence(file: ShownEvidence, t: T): Partial<EvidenceItem> {
  const state = { stateText: stateText(file, t), stateTone: TONES[file.standing] };
  return file.standing === 'ready' ? { ...state, ...lookingOf(file) } : state;
}
