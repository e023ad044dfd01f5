import type { CaseState } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import type { Tx } from '#app/platform/db/client.server.ts';

/** What use cases need of a public page. */
export interface PageHead {
  readonly caseId: string;
  readonly slug: string;
  readonly title: string;
  readonly caseState: CaseState;
  readonly supportClosedAt: string | null;
}

/** Which page an address means: its slug, or the case's reference in any case of letters. */
export function pageAddress(typed: string) {
  return { OR: [{ slug: typed }, { reference: typed.toUpperCase() }] };
}

/** @throws AppError not-found for an address that no public page has */
export async function findPage(tx: Tx, typed: string): Promise<PageHead> {
  const found = await tx.collectivePage.findFirst({ where: pageAddress(typed.slice(0, 120)) });
  if (found === null) throw new AppError('not-found');
  const { caseId, slug, title, supportClosedAt } = found;
  const caseState = found.caseState as CaseState;
  return { caseId, slug, title, caseState, supportClosedAt: supportClosedAt?.toISOString() ?? null };
}
