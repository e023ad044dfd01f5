import type { Actor } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';

/** How far the worker is with the cases that a version moves. */
export interface SeenRun {
  readonly checked: number;
  readonly moved: number;
  readonly finished: boolean;
}

/** Null for what was never published. */
export function readRun(actor: Actor, versionId: string): Promise<SeenRun | null> {
  return withActor(actor, async tx => {
    const run = await tx.versionRun.findUnique({ where: { versionId } });
    if (run === null) return null;
    return { checked: run.checked, moved: run.moved, finished: run.finishedAt !== null };
  });
}
