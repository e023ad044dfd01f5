import { addDays, type Instant } from '#app/domain/shared/plain-date.ts';
import { addNote } from '#app/usecases/complaints/add-note.server.ts';
import { closeCase } from '#app/usecases/complaints/close-case.server.ts';
import { decideCase } from '#app/usecases/complaints/decide-case.server.ts';
import { reportRemedy } from '#app/usecases/complaints/report-remedy.server.ts';
import { startReview } from '#app/usecases/complaints/start-review.server.ts';
import { type Life, liaison, momentAfter, OFFICE_HOURS } from './life.ts';
import { dayOf, timeBetween, workingDayFrom } from './local-time.ts';
import { amountAround } from './money.ts';
import type { Step } from './playback.ts';

function reviewing(life: Life): Step {
  return {
    at: momentAfter(life, life.random.integer(2, 9), 'staff'),
    actor: life.staff.officer,
    command: 'take-under-review',
    give: startReview,
  };
}

function noting(life: Life): Step {
  const note = life.random.pick(life.office.notes);
  return {
    at: momentAfter(life, 1, 'staff'),
    actor: life.staff.officer,
    command: 'note',
    give: given => addNote({ ...given, note }),
  };
}

function decision(life: Life, at: Instant): Step {
  const { random, office, course } = life;
  const { reasons, remedy } = office.decisions[course.decision];
  const order =
    course.decision === 'not_upheld' ? {} : { remedy, remedyDays: 20, amount: amountAround(random, 1.2) };
  return {
    at,
    actor: life.staff.officer,
    command: 'decide',
    give: given => decideCase({ ...given, decision: { outcome: course.decision, reasons, ...order } }),
  };
}

function remedying(life: Life): Step {
  const report = life.random.pick(life.office.remedyReports);
  return {
    at: momentAfter(life, life.random.integer(5, 14), 'staff'),
    actor: liaison(life),
    command: 'report-remedy',
    give: given => reportRemedy({ ...given, report }),
  };
}

function closing(life: Life): Step {
  const { state, regulatorOutcome } = life.scene.standing.projection;
  const carriedOut = regulatorOutcome === 'not_upheld' ? 'no-remedy-due' : 'decision-carried-out';
  const reason = state === 'resolved' ? 'confirmed' : carriedOut;
  return {
    at: momentAfter(life, life.random.integer(1, 6), 'staff'),
    actor: life.staff.officer,
    command: 'close',
    give: given => closeCase({ ...given, reason }),
  };
}

/**
 * What the regulator does in the end. After a silence the case comes to it when the operator's time is over
 * (`silentUntil`), decided already where the rule deems it upheld.
 */
export function* review(life: Life, silentUntil: Instant | null): Generator<Step> {
  const { course, random, scene } = life;
  const { state } = scene.standing.projection;
  if (state === 'disputed') {
    yield reviewing(life);
    if (random.chance(0.3)) yield noting(life);
  }
  if (state === 'disputed' || silentUntil !== null) {
    if (course.hold === 'decision') return;
    const days = random.integer(6, 21);
    const after = silentUntil === null ? null : workingDayFrom(addDays(dayOf(silentUntil), days));
    yield decision(
      life,
      after === null ? momentAfter(life, days, 'staff') : timeBetween(random, after, OFFICE_HOURS),
    );
    if (course.hold === 'remedy') return;
    if (scene.standing.projection.regulatorOutcome !== 'not_upheld') yield remedying(life);
  }
  if (course.hold !== 'close') yield closing(life);
}
