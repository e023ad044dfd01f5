import type { Instant, PlainDate } from '#app/domain/shared/plain-date.ts';
import type { Example } from '../file-example.ts';
import type { Scene, Step } from '../playback.ts';
import type { Staff } from '../staff.ts';

/** One case of a story from the press: its filing, and what has happened since. */
export interface Story {
  readonly example: Example;
  readonly steps: (scene: Scene, staff: Staff) => Iterable<Step>;
}

/** When a demonstration begins. */
export interface Beginning {
  readonly now: Instant;
  /** The day of `now` in the regulator's zone. */
  readonly today: PlainDate;
}

/** The liaison who answers for the operator. */
export function liaisonFor(staff: Staff, operatorId: string) {
  const liaison = staff.liaisons.get(operatorId)?.[0];
  if (liaison === undefined) throw new Error(`no liaison of ${operatorId}`);
  return liaison;
}
