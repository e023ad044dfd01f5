import { SYSTEM } from '#app/domain/case/states.ts';
import { isOnRecord } from '#app/domain/collective/support.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { changeSupporter, lockSupporterById } from './record-support.server.ts';
import type { StoredSupport } from './support.schema.ts';

interface OwnSupport {
  /** From the supporter's own cookie. */
  readonly supporterId: string;
  /** ISO instant. */
  readonly now: string;
}

async function lockOwn(tx: Tx, { supporterId }: OwnSupport): Promise<StoredSupport> {
  const found = await lockSupporterById(tx, supporterId);
  if (found === null || !isOnRecord(found.state)) throw new AppError('not-found');
  return found;
}

interface OwnLoss extends OwnSupport {
  readonly lossMinor: number | null;
  readonly lossText: string | null;
}

/** A supporter states her own loss, or takes it back. @throws AppError not-found once the support was withdrawn */
export function changeOwnLoss(own: OwnLoss): Promise<void> {
  return withActor(SYSTEM, async tx => {
    const before = await lockOwn(tx, own);
    await changeSupporter(tx, before, {
      after: { state: before.state, lossMinor: own.lossMinor },
      type: 'changed',
      columns: { lossText: own.lossText },
      now: own.now,
    });
  });
}

/**
 * A supporter no longer supports. What she said is erased; that somebody withdrew, and the digest by which she would
 * be counted once again, stay. @throws AppError not-found when it was withdrawn already
 */
export function withdrawSupport(own: OwnSupport): Promise<void> {
  return withActor(SYSTEM, async tx => {
    const before = await lockOwn(tx, own);
    await changeSupporter(tx, before, {
      after: { state: 'withdrawn', lossMinor: null },
      type: 'withdrawn',
      columns: {
        withdrawnAt: own.now,
        sameAs: null,
        name: null,
        lineNumber: null,
        lossText: null,
        address: null,
      },
      now: own.now,
    });
  });
}
