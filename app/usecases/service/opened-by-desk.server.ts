import type { SeenCase } from '#app/domain/access/seen-case.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { readCasePage } from '../complaints/queries/case-page.server.ts';
import { openInPortal } from './open-in-portal.server.ts';

async function readOrServe(actor: Actor, reference: string, now: string): Promise<SeenCase> {
  try {
    return await readCasePage(actor, reference, now);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    // It may wait for its service: opening it serves it, and only then can it be read.
    await openInPortal(actor, reference, now);
    return readCasePage(actor, reference, now);
  }
}

/**
 * A case as somebody of the operator's desk opens it, with that noted among its deliveries the first time.
 * @param now ISO instant
 * @throws AppError as `readCasePage`
 */
export async function openedByDesk(actor: Actor, reference: string, now: string): Promise<SeenCase> {
  const found = await readOrServe(actor, reference, now);
  const isNoted = found.seen.deliveries?.some(({ openedAt }) => openedAt !== null);
  if (isNoted !== false) return found;
  await openInPortal(actor, found.summary.reference, now);
  return readCasePage(actor, reference, now);
}
