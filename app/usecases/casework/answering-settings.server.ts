import type { Actor } from '#app/domain/case/states.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { deskOf } from './desk-of.ts';

/** Whether an operator has each answer read by another person before it goes. */
export async function needsSecondReader(tx: Tx, operatorId: string): Promise<boolean> {
  const row = await tx.operatorAnswering.findUnique({ where: { operatorId } });
  return row?.secondReader === true;
}

/** How the liaison's operator answers. */
export async function readAnsweringSettings(actor: Actor): Promise<{ readonly secondReader: boolean }> {
  const { operatorId } = deskOf(actor);
  return withActor(actor, async tx => ({ secondReader: await needsSecondReader(tx, operatorId) }));
}

/** Turns the second reader on or off; what waits already goes on waiting. */
export async function setSecondReader(actor: Actor, secondReader: boolean, now: string): Promise<void> {
  const { operatorId, userName } = deskOf(actor);
  const row = { secondReader, updatedBy: userName, updatedAt: new Date(now) };
  await withActor(actor, tx =>
    tx.operatorAnswering.upsert({
      where: { operatorId },
      create: { operatorId, ...row },
      update: row,
    }),
  );
}
