import { issuesToAnswer } from '#app/domain/case/dispute.ts';
import type { DISPUTE_REASONS } from '#app/domain/case/outcomes.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { addDays, daysBetween, type Instant } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { acceptAnswer } from '#app/usecases/complaints/accept-answer.server.ts';
import { acknowledgeCase } from '#app/usecases/complaints/acknowledge-case.server.ts';
import { declareInadmissible } from '#app/usecases/complaints/declare-inadmissible.server.ts';
import { disputeAnswer } from '#app/usecases/complaints/dispute-answer.server.ts';
import { misdirectCase } from '#app/usecases/complaints/misdirect-case.server.ts';
import { provideInformation } from '#app/usecases/complaints/provide-information.server.ts';
import { requestExtension } from '#app/usecases/complaints/request-extension.server.ts';
import { requestInformation } from '#app/usecases/complaints/request-information.server.ts';
import { rerouteCase } from '#app/usecases/complaints/reroute-case.server.ts';
import { withdrawCase } from '#app/usecases/complaints/withdraw-case.server.ts';
import { answerCase } from '#app/usecases/responses/answer-case.server.ts';
import { type AnswerKind, answerExample } from './answer-example.ts';
import { serve } from './file-example.ts';
import { complainant, type Life, lastMoment, liaison, momentAfter, momentOn } from './life.ts';
import { dayOf, plusMinutes } from './local-time.ts';
import type { Step } from './playback.ts';
import { review } from './review-course.ts';

function* acknowledging(life: Life): Generator<Step> {
  if (!life.course.acknowledged) return;
  const at = momentAfter(life, life.random.integer(0, 1), 'staff');
  yield { at, actor: liaison(life), command: 'acknowledge', give: acknowledgeCase };
}

function dueOf({ scene }: Life): Instant {
  return scene.standing.clocks.findLast(({ kind }) => kind === 'respond')?.dueAt ?? '';
}

function* question(life: Life): Generator<Step> {
  const { random, office, complainant: texts, course } = life;
  const text = random.pick(office.questions);
  yield {
    at: momentAfter(life, course.hold === 'reply' ? 1 : random.integer(1, 2), 'staff'),
    actor: liaison(life),
    command: 'request-information',
    give: given => requestInformation({ ...given, question: text }),
  };
  if (course.hold === 'reply') return;
  const reply = random.pick(texts.replies);
  yield {
    at: momentAfter(life, random.integer(1, 4), 'complainant'),
    actor: complainant(life),
    command: 'provide-information',
    give: given => provideInformation({ ...given, reply, files: [] }),
  };
}

function* extension(life: Life): Generator<Step> {
  const reason = life.random.pick(life.office.extensions);
  const at = plusMinutes(dueOf(life), -60 * life.random.integer(8, 14));
  yield {
    at,
    actor: liaison(life),
    command: 'request-extension',
    give: given => requestExtension({ ...given, reason }),
  };
}

function* misdirection(life: Life): Generator<Step> {
  const { random, office, staff, otherOperatorId: suggestedOperatorId } = life;
  const reason = random.pick(office.misdirections);
  yield {
    at: momentAfter(life, 1, 'staff'),
    actor: liaison(life),
    command: 'misdirect',
    give: given => misdirectCase({ ...given, reason, suggestedOperatorId }),
  };
  if (life.course.hold === 'reroute') return;
  const explanation = random.pick(office.reroutings);
  yield {
    at: momentAfter(life, random.integer(1, 4), 'staff'),
    actor: staff.officer,
    command: 'reroute',
    give: given => rerouteCase({ ...given, operatorId: suggestedOperatorId, explanation }),
  };
  const queuedAt = lastMoment(life);
  yield {
    at: plusMinutes(queuedAt, 3),
    actor: SYSTEM,
    command: 'serve',
    give: ({ caseId, now }) => withActor(SYSTEM, tx => serve(tx, caseId, { at: now, queuedAt })),
  };
  yield* acknowledging(life);
}

function* inadmissibility(life: Life): Generator<Step> {
  const { random, office, staff } = life;
  const reason = random.pick([
    'before-a-court',
    'not-telecom',
    'abusive-or-empty',
    'operator-not-contacted',
  ] as const);
  const explanation = office.inadmissible[reason] ?? '';
  yield {
    at: momentAfter(life, random.integer(0, 2), 'staff'),
    actor: staff.officer,
    command: 'declare-inadmissible',
    give: given => declareInadmissible({ ...given, reason, explanation }),
  };
}

function* withdrawal(life: Life): Generator<Step> {
  const reason = life.random.pick(life.complainant.withdrawals);
  yield {
    at: momentAfter(life, life.random.integer(1, 3), 'complainant'),
    actor: complainant(life),
    command: 'withdraw',
    give: given => withdrawCase({ ...given, reason }),
  };
}

function answering(life: Life, kind: AnswerKind, at: Instant): Step {
  const { random, office: texts, scene } = life;
  const { events, projection } = scene.standing;
  const issues = issuesToAnswer(events, projection.filed.issues);
  const answer = answerExample(kind, { random, texts, issues, on: dayOf(at) });
  return {
    at,
    actor: liaison(life),
    command: 'answer',
    give: given => answerCase({ ...given, answer }),
  };
}

/** On a working day after the given share of the operator's time, and before it is over. */
function answerMoment(life: Life, within: number): Instant {
  const due = dueOf(life);
  const from = dayOf(life.scene.standing.projection.servedAt ?? lastMoment(life));
  const day = addDays(from, Math.floor(daysBetween(from, dayOf(due)) * within));
  const at = momentOn(life, day, 'staff');
  const latest = plusMinutes(due, -life.random.integer(40, 400));
  return at < latest ? at : latest;
}

function dispute(life: Life): Step {
  const { random, complainant: texts, scene } = life;
  const reason = random.pick(Object.keys(texts.disputes) as (typeof DISPUTE_REASONS)[number][]);
  const { issues } = scene.standing.projection.filed;
  const explanation = texts.disputes[reason];
  return {
    at: momentAfter(life, random.integer(1, 8), 'complainant'),
    actor: complainant(life),
    command: 'dispute',
    give: given =>
      disputeAnswer({ ...given, issues: issues.slice(0, 1), reasons: [reason], explanation, files: [] }),
  };
}

function* acceptance(life: Life): Generator<Step> {
  yield {
    at: momentAfter(life, life.random.integer(0, 9), 'complainant'),
    actor: complainant(life),
    command: 'accept',
    give: acceptAnswer,
  };
}

function* judgement(life: Life): Generator<Step> {
  const { course, random } = life;
  if (course.hold === 'judgement' || course.judgement === 'silent') return;
  if (course.judgement === 'accepted') {
    yield* acceptance(life);
    return;
  }
  yield dispute(life);
  if (course.hold === 'review' || course.sequel === 'review') return;
  yield answering(life, 'money', momentAfter(life, random.integer(2, 8), 'staff'));
  if (random.chance(0.6)) yield* acceptance(life);
}

function* beforeAnswer(life: Life): Generator<Step> {
  const { turn } = life.course;
  if (turn === 'question') yield* question(life);
  if (turn === 'misdirected') yield* misdirection(life);
  if (turn === 'extension') yield* extension(life);
  if (turn === 'withdrawn') yield* withdrawal(life);
}

/** The steps of a life from its service on; each is computed when the one before it has been played. */
export function* lifeSteps(life: Life): Generator<Step> {
  const { course, scene } = life;
  if (scene.standing.projection.servedAt === null) return;
  if (course.turn === 'inadmissible') return yield* inadmissibility(life);
  if (course.hold === 'acknowledge') return;
  yield* acknowledging(life);
  yield* beforeAnswer(life);
  if (course.hold === 'reply' || course.hold === 'reroute' || course.hold === 'answer') return;
  if (course.answer !== null) {
    yield answering(life, course.answer.kind, answerMoment(life, course.answer.within));
    yield* judgement(life);
  }
  if (course.hold === 'review') return;
  yield* review(life, course.answer === null ? dueOf(life) : null);
}
