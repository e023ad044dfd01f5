import type { CopyState } from './copy.ts';

/**
 * What is known of a file's harmlessness: nothing yet; the scanner found nothing; it found something; this instance
 * has no scanner.
 */
export const SCAN_STATES = ['pending', 'clean', 'infected', 'unscanned'] as const;

export type ScanState = (typeof SCAN_STATES)[number];

/** How a file stands to those who want to open it. */
export const EVIDENCE_STANDINGS = [
  'being-checked',
  'quarantined',
  'being-prepared',
  'no-copy',
  'ready',
  'erased',
] as const;

export type EvidenceStanding = (typeof EVIDENCE_STANDINGS)[number];

const BY_COPY = {
  pending: 'being-prepared',
  failed: 'no-copy',
  ready: 'ready',
  erased: 'erased',
} as const satisfies Record<CopyState, EvidenceStanding>;

interface Checked {
  readonly scanState: ScanState;
  readonly copyState: CopyState;
}

/**
 * How a file stands. Fails closed: where a scanner is configured, whatever it has not found clean is being checked,
 * also what came in while there was none.
 */
export function evidenceStanding({ scanState, copyState }: Checked, hasScanner: boolean): EvidenceStanding {
  if (copyState === 'erased') return 'erased';
  if (scanState === 'infected') return 'quarantined';
  const isChecked = scanState === 'clean' || (scanState === 'unscanned' && !hasScanner);
  return isChecked ? BY_COPY[copyState] : 'being-checked';
}

/** Whether the original may go to those who may have originals. */
export function isReleased(standing: EvidenceStanding): boolean {
  return standing !== 'being-checked' && standing !== 'quarantined' && standing !== 'erased';
}
