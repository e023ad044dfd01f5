import type { SeenCase } from '#app/domain/access/seen-case.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { readCasePage } from '#app/usecases/complaints/queries/case-page.server.ts';
import { pullCase } from '#app/usecases/operator-api/note-pulls.server.ts';
import type { Asked } from './with-key.server.ts';

/** The case of an address. What is no reference, another operator's and an unknown case are the same to a program. */
export async function readCase({ actor, keyId, at }: Asked, reference: string): Promise<SeenCase> {
  const typed = reference.slice(0, 100);
  try {
    await pullCase({ operatorId: actor.organisation, keyId, at }, typed);
    return await readCasePage(actor, typed, at);
  } catch (error) {
    const mistyped = error instanceof AppError && error.code === 'reference-mistyped';
    throw mistyped ? new AppError('not-found') : error;
  }
}
