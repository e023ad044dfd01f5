import { SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { stopHash } from './stop-token.server.ts';

/** What the page behind a stop link says. */
export interface StopLink {
  readonly reference: string;
  readonly stopped: boolean;
}

/** Tokens as `stopToken` makes them. */
const TOKEN = /^[\w-]{16}$/;

async function findByToken(tx: Tx, token: string) {
  const where = { stopHash: stopHash(token) };
  const choice = TOKEN.test(token) ? await tx.notificationChoice.findUnique({ where }) : null;
  if (choice === null) throw new AppError('not-found');
  const { reference } = await tx.case.findUniqueOrThrow({
    where: { id: choice.caseId },
    select: { reference: true },
  });
  return { choice, reference };
}

/** The case behind a stop link; only who got the link knows the token. @throws AppError not-found */
export function readStopLink(token: string): Promise<StopLink> {
  return withActor(SYSTEM, async tx => {
    const { choice, reference } = await findByToken(tx, token);
    return { reference, stopped: choice.stoppedAt !== null };
  });
}

/**
 * Ends all notifications of the case behind a stop link; stopping again changes nothing.
 * @param now ISO instant
 * @throws AppError not-found
 */
export function stopNotifications(token: string, now: string): Promise<StopLink> {
  return withActor(SYSTEM, async tx => {
    const { choice, reference } = await findByToken(tx, token);
    await tx.notificationChoice.updateMany({
      where: { caseId: choice.caseId, stoppedAt: null },
      data: { stoppedAt: now },
    });
    return { reference, stopped: true };
  });
}
