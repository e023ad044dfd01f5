import { SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { decimalText } from '#app/domain/shared/money.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { activeProfile } from '../../profile.server.ts';
import { findPage } from './find-page.server.ts';

/** A supporter's own entry, for her alone. */
export interface OwnSupport {
  readonly page: { readonly slug: string; readonly title: string };
  readonly name: string | null;
  readonly lineNumber: string | null;
  /** As a field shows it; empty where none is stated. */
  readonly loss: string;
  readonly lossText: string;
  readonly verifiedAt: string;
}

/** @throws AppError not-found for an entry of another page, or one that was withdrawn */
export function readOwnSupport(address: string, supporterId: string): Promise<OwnSupport> {
  return withActor(SYSTEM, async tx => {
    const { caseId, slug, title } = await findPage(tx, address);
    const row = await tx.supporter.findFirst({
      where: { id: supporterId, caseId, state: { in: ['verified', 'merged'] } },
    });
    if (row === null) throw new AppError('not-found');
    const { currency } = activeProfile();
    const { name, lineNumber, lossMinor } = row;
    return {
      ...{ page: { slug, title }, name, lineNumber },
      loss: lossMinor === null ? '' : decimalText({ amountMinor: Number(lossMinor), currency }),
      lossText: row.lossText ?? '',
      verifiedAt: (row.verifiedAt ?? row.createdAt).toISOString(),
    };
  });
}
