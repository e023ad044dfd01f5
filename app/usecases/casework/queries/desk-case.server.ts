import { parseReference } from '#app/domain/case/reference.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';

/** The id and version of a case of the desk. @throws AppError `not-found` */
export async function findDeskCase(actor: Actor, reference: string) {
  const parsed = parseReference(reference);
  if (!parsed.ok) throw new AppError('not-found');
  const where = { reference: parsed.reference };
  const found = await withActor(actor, tx =>
    tx.case.findUnique({ where, select: { id: true, version: true } }),
  );
  if (found === null) throw new AppError('not-found');
  return found;
}
