import { parseReference } from '#app/domain/case/reference.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';

/** A case as a command needs it before it is loaded. */
export interface FoundCase {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
}

/** The case of that reference. @throws AppError `not-found`, also for what is no reference or another operator's case */
export async function findCase(actor: Actor, typed: string): Promise<FoundCase> {
  const parsed = parseReference(typed.slice(0, 100));
  if (!parsed.ok) throw new AppError('not-found');
  const found = await withActor(actor, tx =>
    tx.case.findUnique({
      where: { reference: parsed.reference },
      select: { id: true, reference: true, version: true },
    }),
  );
  if (found === null) throw new AppError('not-found');
  return found;
}
