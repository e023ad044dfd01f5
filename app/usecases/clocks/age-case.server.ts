import { type Actor, SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { env } from '#app/platform/env.server.ts';
import { executeCommand } from '../complaints/execute-command.server.ts';
import type { ProjectedClock } from '../complaints/project-clocks.ts';

interface Ageing {
  readonly reference: string;
  /** Calendar days by which the case's clocks move into the past; 1 to 3650. */
  readonly days: number;
  /** ISO instant. */
  readonly now: string;
  readonly actor?: Actor;
}

/**
 * Moves a case's clocks into the past, for demonstrations: what is due in five days is due today. The move is an
 * event like any other, so the record says that it happened.
 * @returns the clocks that still run, with their new deadlines
 * @throws AppError demonstration-only on production instances, not-found, command-not-permitted for ended cases
 */
export async function ageCase(ageing: Ageing): Promise<readonly ProjectedClock[]> {
  if (env().RECOURS_INSTANCE === 'production') throw new AppError('demonstration-only');
  const { reference, days, now, actor = SYSTEM } = ageing;
  if (!Number.isInteger(days) || days < 1 || days > 3650) throw new AppError('invalid-input');
  const found = await withActor(actor, tx =>
    tx.case.findUnique({ where: { reference }, select: { id: true } }),
  );
  if (found === null) throw new AppError('not-found');
  const after = await executeCommand({ actor, caseId: found.id, command: 'age', now }, () => ({
    events: [{ type: 'demonstration-aged', payload: { days } }],
  }));
  return after.clocks.filter(clock => clock.state !== 'stopped');
}
