import type { SeenCase } from '#app/domain/access/seen-case.ts';
import { parseReference } from '#app/domain/case/reference.ts';
import { isCaseState } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { claimantOf, type OperatorStaff } from '../claimant.ts';
import { readCasePage } from './case-page.server.ts';

const MOST_DISPUTES = 200;

const COLUMNS = {
  reference: true,
  state: true,
  interim: true,
  issues: true,
  filedAt: true,
  dueAt: true,
  operator: { select: { name: true } },
} as const;

/** The disputes that a staff member's operator filed, newest first. */
export async function listDisputesFiled(staff: OperatorStaff) {
  const rows = await withActor(claimantOf(staff), tx =>
    tx.case.findMany({
      where: { filedByOrganisation: staff.organisation },
      orderBy: [{ filedAt: 'desc' }, { id: 'desc' }],
      take: MOST_DISPUTES,
      select: COLUMNS,
    }),
  );
  return rows.map(({ state, operator, filedAt, dueAt, ...row }) => ({
    ...row,
    state: isCaseState(state) ? state : ('closed' as const),
    respondent: operator.name,
    filedAt: filedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
  }));
}

/** The actor by which a staff member opens one dispute of its operator. @throws AppError `not-found` */
export async function openDispute(staff: OperatorStaff, reference: string) {
  const parsed = parseReference(reference);
  if (!parsed.ok) throw new AppError('not-found');
  const found = await withActor(claimantOf(staff), tx =>
    tx.case.findFirst({
      where: { reference: parsed.reference, filedByOrganisation: staff.organisation },
      select: { id: true },
    }),
  );
  if (found === null) throw new AppError('not-found');
  return claimantOf(staff, found.id);
}

/** One dispute as the operator that filed it sees it. @throws AppError `not-found` */
export async function readDispute(staff: OperatorStaff, reference: string, now: string): Promise<SeenCase> {
  return readCasePage(await openDispute(staff, reference), reference, now);
}
