import { type Command, isPermitted } from '#app/domain/case/lifecycle.ts';
import { projectCase } from '#app/domain/case/projection.ts';
import { type Actor, SYSTEM } from '#app/domain/case/states.ts';
import type { Instant } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { advanceCases, type NextSteps } from '#app/usecases/clocks/advance-cases.server.ts';
import { dueSteps, reminderSteps } from '#app/usecases/clocks/clock-steps.ts';
import { clocksOf, type LoadedCase, loadCase } from '#app/usecases/complaints/case-store.server.ts';
import { plusMinutes } from './local-time.ts';

/** What a verb is given: nobody is told of what happened long ago. */
export interface Given {
  readonly actor: Actor;
  readonly caseId: string;
  readonly now: Instant;
  readonly silent: true;
}

/** One command in the life of an invented case. */
export interface Step {
  readonly at: Instant;
  readonly actor: Actor;
  readonly command: Command;
  readonly give: (given: Given) => Promise<LoadedCase>;
}

/** A case whose life is being played: how it stands at this point, and how much of it is recorded already. */
export interface Scene {
  standing: LoadedCase;
  readonly recorded: LoadedCase;
}

/** The worker looks at the clocks every minute. */
const WORKER_MINUTES = 1;

function standingAfter({ id, events }: LoadedCase, count: number): LoadedCase {
  const prefix = events.slice(0, count);
  const projection = projectCase(prefix);
  return { id, events: prefix, projection, clocks: clocksOf(id, prefix, projection) };
}

/** Starts a play with the filing and, where the case went out at once, its service. */
export function openScene(recorded: LoadedCase): Scene {
  const beginning = recorded.events[1]?.type === 'served' ? 2 : 1;
  const standing = recorded.events.length === beginning ? recorded : standingAfter(recorded, beginning);
  return { standing, recorded };
}

/**
 * What an interrupted play has recorded of the next step: events of one command have one time. A play is the same
 * each time, so a repeated one passes over them and goes on where the first one stopped.
 */
function alreadyRecorded({ standing, recorded }: Scene): LoadedCase | null {
  const done = standing.events.length;
  const next = recorded.events[done];
  if (next === undefined) return null;
  const count = recorded.events.slice(done).filter(({ at }) => at === next.at).length;
  return standingAfter(recorded, done + count);
}

function lastMoment({ standing }: Scene): Instant {
  return standing.events.at(-1)?.at ?? '';
}

const silently: NextSteps = (standing, now) => {
  const due = dueSteps(standing, now);
  return (due.length > 0 ? due : reminderSteps(standing, now)).map(step => ({ ...step, effects: [] }));
};

/** When the worker has next something to do for the case. */
function nextWake(scene: Scene): Instant | undefined {
  const { standing } = scene;
  const soon = plusMinutes(lastMoment(scene), WORKER_MINUTES);
  const moments = standing.clocks.flatMap(({ dueAt, remindAt }) =>
    remindAt === null ? [dueAt] : [dueAt, remindAt],
  );
  return [soon, ...moments.map(moment => plusMinutes(moment, WORKER_MINUTES)).filter(wake => wake > soon)]
    .sort()
    .find(wake => silently(standing, wake).length > 0);
}

/** Lets time pass: reminders, breaches and what silence leads to, each at its own time. */
async function passTime(scene: Scene, until: Instant): Promise<void> {
  for (let wake = nextWake(scene); wake !== undefined && wake < until; wake = nextWake(scene)) {
    const now = wake;
    const { id } = scene.standing;
    scene.standing =
      alreadyRecorded(scene) ??
      (await withActor(SYSTEM, async tx => {
        await advanceCases(tx, [id], silently, now);
        return loadCase(tx, id);
      }));
  }
}

/**
 * Plays a case's steps, each at its time, up to `now`. Clocks that run out in between have their say first, so a step
 * may find that its time is over: it is then left out.
 */
export async function play(scene: Scene, steps: Iterable<Step>, now: Instant): Promise<void> {
  for (const { at, actor, command, give } of steps) {
    if (at >= now) break;
    await passTime(scene, at);
    if (at <= lastMoment(scene) || !isPermitted(command, actor.role, scene.standing.projection)) continue;
    scene.standing =
      alreadyRecorded(scene) ?? (await give({ actor, caseId: scene.standing.id, now: at, silent: true }));
  }
  await passTime(scene, now);
}
