import { SYSTEM } from '#app/domain/case/states.ts';
import { dueBefore } from '#app/domain/retention/retention.ts';
import { startOfDay } from '#app/domain/shared/plain-date.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { log } from '#app/platform/log.server.ts';
import { executeIn } from '../complaints/execute-command.server.ts';
import { activeProfile } from '../profile.server.ts';

/** Cases erased in one transaction. */
const LIMIT = 20;

interface DueCase {
  readonly id: string;
  readonly reason: 'retention' | 'request';
}

/**
 * Cases that are over, whose time is up or whose complainant asked for it, and that still hold personal data. What
 * was imported is left as its publisher published it.
 */
function dueCases(tx: Tx, now: string): Promise<readonly DueCase[]> {
  const { retention, timeZone } = activeProfile();
  const before = dueBefore(retention, now, timeZone);
  const [over, requested] = [startOfDay(before.over, timeZone), startOfDay(before.requested, timeZone)];
  return tx.$queryRaw<DueCase[]>`
    SELECT c.id, CASE WHEN c.closed_at < ${over}::timestamptz THEN 'retention' ELSE 'request' END AS reason
    FROM "case" c
    WHERE c.closed_at IS NOT NULL AND c.source NOT LIKE 'import:%'
      AND EXISTS (SELECT 1 FROM "case_statement" s WHERE s.case_id = c.id)
      AND (c.closed_at < ${over}::timestamptz OR EXISTS (
        SELECT 1 FROM "case_event" e
        WHERE e.case_id = c.id AND e.type = 'erasure-requested' AND e.at < ${requested}::timestamptz))
    ORDER BY c.closed_at LIMIT ${LIMIT} FOR UPDATE OF c SKIP LOCKED`;
}

/** What is left of a file: its hash, its size, its kind and when it came. The content goes with the next sweep. */
function forgetFiles(tx: Tx, caseId: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE "evidence" SET draft_id = NULL, file_name = left(sha256, 12), storage_key = '', copy_state = 'erased',
      copy_key = NULL, copy_media_type = NULL, preview_keys = '{}'
    WHERE case_id = ${caseId}::uuid`;
}

async function eraseCase(tx: Tx, { id, reason }: DueCase, now: string): Promise<void> {
  const order = { actor: SYSTEM, caseId: id, command: 'erase', now } as const;
  await executeIn(tx, order, async () => {
    const files = await forgetFiles(tx, id);
    await tx.$executeRaw`SELECT erase_personal_data(${id}::uuid)`;
    return { events: [{ type: 'personal-data-erased', payload: { reason, files } }] };
  });
}

/**
 * Erases the personal data of cases for which the profile's time is up, or whose complainants asked for it, and
 * records each erasure. The chain of events stays whole: it held digests, whose salt goes too; figures stay the same.
 * Safe beside other workers.
 * @param now ISO instant
 * @returns how many cases it erased
 */
export async function eraseDueCases(now: string): Promise<number> {
  for (let erased = 0; ; ) {
    const found = await withActor(SYSTEM, async tx => {
      const due = await dueCases(tx, now);
      for (const one of due) await eraseCase(tx, one, now);
      return due.length;
    });
    erased += found;
    if (found < LIMIT) {
      if (erased > 0) log.info({ cases: erased }, 'personal data erased');
      return erased;
    }
  }
}
