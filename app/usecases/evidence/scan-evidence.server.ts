import { SYSTEM } from '#app/domain/case/states.ts';
import type { ScanState } from '#app/domain/evidence/standing.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { Evidence } from '#app/platform/db/generated/client.ts';
import { log } from '#app/platform/log.server.ts';
import { hasScanner, ScannerUnavailable, scan } from '#app/platform/scanner/clamd.server.ts';
import { storage } from '#app/platform/storage/storage.server.ts';
import { executeIn } from '../complaints/execute-command.server.ts';

type Scanned = Pick<Evidence, 'scanState' | 'scanFinding'>;

/** Undefined as long as there is no verdict. */
async function verdictOn(evidence: Evidence): Promise<Scanned | undefined> {
  if (!hasScanner()) return { scanState: 'unscanned', scanFinding: null };
  const content = await storage().open(evidence.storageKey);
  try {
    const verdict = await scan(content);
    return verdict.infected
      ? { scanState: 'infected', scanFinding: verdict.finding }
      : { scanState: 'clean', scanFinding: null };
  } catch (error) {
    if (!(error instanceof ScannerUnavailable)) throw error;
    log.warn({ err: error, evidenceId: evidence.id }, 'evidence waits for the scanner');
    return undefined;
  } finally {
    content.destroy();
  }
}

async function isRecorded(tx: Tx, caseId: string, evidenceId: string): Promise<boolean> {
  const events = await tx.caseEvent.findMany({
    where: { caseId, type: 'evidence-quarantined' },
    select: { payload: true },
  });
  return events.some(({ payload }) => (payload as { evidenceId?: unknown }).evidenceId === evidenceId);
}

/** Records once in the case that a file is held back, which tells its parties. */
async function recordQuarantine(tx: Tx, { id, caseId, sha256 }: Evidence, finding: string, now: Date) {
  if (caseId === null || (await isRecorded(tx, caseId, id))) return;
  const command = { actor: SYSTEM, caseId, command: 'quarantine-evidence', now: now.toISOString() } as const;
  await executeIn(tx, command, () => ({
    events: [{ type: 'evidence-quarantined', payload: { evidenceId: id, sha256, finding } }],
  }));
}

/**
 * Has the scanner look at a file that still needs it and keeps what it said, together with the event in the case
 * when it found something. A file of a draft has its event once the draft is filed. While the scanner is down the
 * state stays as it is: the worker's search for lost work brings the file back every minute.
 */
export async function scanEvidence(evidence: Evidence, now: Date): Promise<ScanState> {
  const found = evidence.scanState === 'pending' ? await verdictOn(evidence) : evidence;
  if (found === undefined) return 'pending';
  if (found === evidence && found.scanState !== 'infected') return found.scanState as ScanState;
  await withActor(SYSTEM, async tx => {
    if (found !== evidence) {
      const data = { ...found, scannedAt: found.scanState === 'unscanned' ? null : now };
      await tx.evidence.updateMany({ where: { id: evidence.id }, data });
    }
    if (found.scanState === 'infected') await recordQuarantine(tx, evidence, found.scanFinding ?? '', now);
  });
  return found.scanState as ScanState;
}

/** Files that came in while there was no scanner wait for it once there is one. @returns how many */
export async function rescanUnscanned(): Promise<number> {
  if (!hasScanner()) return 0;
  const { count } = await withActor(SYSTEM, tx =>
    tx.evidence.updateMany({ where: { scanState: 'unscanned' }, data: { scanState: 'pending' } }),
  );
  return count;
}
