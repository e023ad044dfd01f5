import type { CopyState } from '#app/domain/evidence/copy.ts';
import { type EvidenceStanding, evidenceStanding, type ScanState } from '#app/domain/evidence/standing.ts';
import type { Evidence } from '#app/platform/db/generated/client.ts';
import { hasScanner } from '#app/platform/scanner/clamd.server.ts';

/** How a stored file stands under this instance's settings. */
export function standingOfEvidence(row: Pick<Evidence, 'scanState' | 'copyState'>): EvidenceStanding {
  const scanState = row.scanState as ScanState;
  return evidenceStanding({ scanState, copyState: row.copyState as CopyState }, hasScanner());
}
