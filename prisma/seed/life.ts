import { type Actor, complainantOf } from '#app/domain/case/states.ts';
import { addDays, type Instant, type PlainDate } from '#app/domain/shared/plain-date.ts';
import type { AnswerKind } from './answer-example.ts';
import { dayOf, plusMinutes, timeBetween, workingDayFrom } from './local-time.ts';
import type { Scene } from './playback.ts';
import type { Random } from './random.ts';
import type { Staff } from './staff.ts';
import type { ComplainantTexts, StaffTexts } from './texts/index.ts';

/** Before which step a life stops, for a case that is to wait there. */
export type Hold =
  | 'acknowledge'
  | 'reply'
  | 'reroute'
  | 'answer'
  | 'judgement'
  | 'review'
  | 'decision'
  | 'remedy'
  | 'close';

/** What becomes of a case. */
export interface Course {
  readonly acknowledged: boolean;
  /** What happens before the answer. */
  readonly turn: 'question' | 'extension' | 'misdirected' | 'inadmissible' | 'withdrawn' | null;
  /** How the operator answers and after which share of its time; null for silence. */
  readonly answer: { readonly kind: AnswerKind; readonly within: number } | null;
  readonly judgement: 'accepted' | 'silent' | 'disputed';
  readonly sequel: 'second-answer' | 'review';
  readonly decision: 'upheld' | 'partly_upheld' | 'not_upheld';
  readonly hold?: Hold;
}

/** A case with all that its life draws on. */
export interface Life {
  readonly scene: Scene;
  readonly course: Course;
  readonly random: Random;
  readonly staff: Staff;
  readonly complainant: ComplainantTexts;
  readonly office: StaffTexts;
  /** To whom a misdirected case goes. */
  readonly otherOperatorId: string;
}

export const OFFICE_HOURS = [9, 17] as const;
const WAKING_HOURS = [8, 21] as const;

/** When the last event of the case happened. */
export function lastMoment({ scene }: Life): Instant {
  return scene.standing.events.at(-1)?.at ?? '';
}

/** A moment `days` after the last event, in the hours of who acts, and after that event in any case. */
export function momentAfter(life: Life, days: number, who: 'staff' | 'complainant'): Instant {
  return momentOn(life, addDays(dayOf(lastMoment(life)), days), who);
}

/** A moment on a day, in the hours of who acts, and after the last event in any case. */
export function momentOn(life: Life, day: PlainDate, who: 'staff' | 'complainant'): Instant {
  const { random } = life;
  const last = lastMoment(life);
  const at =
    who === 'staff'
      ? timeBetween(random, workingDayFrom(day), OFFICE_HOURS)
      : timeBetween(random, day, WAKING_HOURS);
  return at > last ? at : plusMinutes(last, random.integer(12, 90));
}

/** One of the liaisons of the operator that has the case now. */
export function liaison({ scene, staff, random }: Life): Actor {
  const { operatorId } = scene.standing.projection;
  return random.pick(staff.liaisons.get(operatorId) ?? []);
}

export function complainant({ scene }: Life): Actor {
  return complainantOf(scene.standing.id);
}
