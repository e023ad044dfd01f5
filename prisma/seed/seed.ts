import { Temporal } from 'temporal-polyfill';
import { SYSTEM } from '#app/domain/case/states.ts';
import { isLanguage } from '#app/domain/shared/language.ts';
import type { Instant } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { closeQueue } from '#app/platform/queue/queue.server.ts';
import type { LoadedCase } from '#app/usecases/complaints/case-store.server.ts';
import { DEMONSTRATION_PASSWORD, demonstrationAccounts } from '#app/usecases/demonstration/accounts.ts';
import {
  demonstrationCaseId,
  requireDemonstration,
} from '#app/usecases/demonstration/demonstration-receipt.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { inventRatings, queueSmsOfAnswer } from './afterwards.ts';
import { lifeSteps } from './course.ts';
import { prepareDesks } from './desk.ts';
import { inventDeskPapers } from './desk-papers.ts';
import { type Example, fileExamples } from './file-example.ts';
import { inventedComplaint, retailOperators } from './invented-complaint.ts';
import type { Hold, Life } from './life.ts';
import { livingCases } from './living-cases.ts';
import { dayOf, plusMinutes } from './local-time.ts';
import { asOperatorWould, ordinaryCourse, type Planned, plannedCases, SPAN_DAYS } from './plan.ts';
import { openScene, play } from './playback.ts';
import { randomFrom } from './random.ts';
import { prepareStaff, type Staff } from './staff.ts';
import { type Beginning, storiesOf } from './stories/index.ts';
import { prepareTentativeHoliday } from './tentative-holiday.ts';
import { COMPLAINANT_TEXTS, staffTextsIn } from './texts/index.ts';
import { inventWebhooks } from './webhooks.ts';

/** Somebody who can sign in to a demonstration instance. */
export interface DemonstrationAccount {
  readonly email: string;
  readonly password: string;
  readonly role: string;
  readonly name: string;
}

/** Cases filed by one transaction. */
const CHUNK = 20;

/**
 * The first example to be written: its time of filing says when the demonstration began, so that an interrupted one
 * goes on from the same day. The last one is written when all others are: it says that nothing is missing.
 */
const FIRST = 'first';
const LAST = 'last';
const HOURS_TO_FIRST = 24 * (SPAN_DAYS + 1);

/** Cases that go from one operator to another. */
const WANDERING = 'wandering';

function accounts(): readonly DemonstrationAccount[] {
  return demonstrationAccounts(activeProfile()).map(({ email, role, name }) => ({
    email,
    password: DEMONSTRATION_PASSWORD,
    role,
    name,
  }));
}

interface Progress {
  /** The beginning of an interrupted demonstration. */
  readonly begun: Instant | null;
  /** Whether there is nothing to do: all is there, or the instance has cases of another origin. */
  readonly done: boolean;
}

/** How far the demonstration of this profile has been written. */
function readProgress(): Promise<Progress> {
  return withActor(SYSTEM, async tx => {
    const ids = [FIRST, LAST].map(demonstrationCaseId);
    const found = await tx.case.findMany({ where: { id: { in: ids } }, select: { id: true, filedAt: true } });
    const first = found.find(({ id }) => id === ids[0]);
    if (first === undefined)
      return { begun: null, done: (await tx.case.findFirst({ select: { id: true } })) !== null };
    const begun = Temporal.Instant.from(first.filedAt.toISOString()).add({ hours: HOURS_TO_FIRST });
    return { begun: begun.toString({ fractionalSecondDigits: 3 }), done: found.length === ids.length };
  });
}

/** A planned case with the complaint that it begins with. */
interface Prepared {
  readonly planned: Planned;
  readonly example: Example;
}

function prepare(planned: Planned): Prepared {
  return { planned, example: inventedComplaint(planned) };
}

/** An invented case that marks the demonstration's beginning or its end. */
function marker(key: string, filedAt: Instant, hold?: Hold): Prepared {
  const course = { ...ordinaryCourse(randomFrom(`marker/${key}`)), turn: null, ...(hold ? { hold } : {}) };
  const { planned, example } = prepare({ key, filedOn: dayOf(filedAt), category: 'billing', course });
  return { planned, example: { ...example, filedAt } };
}

async function playLife(
  filed: LoadedCase,
  { key, course }: Planned,
  staff: Staff,
  now: Instant,
): Promise<void> {
  const profile = activeProfile();
  const scene = openScene(filed);
  const { language, operatorId } = scene.standing.projection.filed;
  const operators = retailOperators(profile);
  const others = operators.filter(({ id }) => id !== operatorId);
  const random = randomFrom(`life/${profile.id}/${key}`);
  const spoken = isLanguage(language) ? language : profile.defaultLanguage;
  const life: Life = {
    scene,
    course: asOperatorWould(
      course,
      operators.findIndex(({ id }) => id === operatorId),
      random,
    ),
    random,
    staff,
    complainant: COMPLAINANT_TEXTS[spoken],
    office: staffTextsIn(spoken, profile.defaultLanguage),
    otherOperatorId: random.pick(others).id,
  };
  await play(scene, lifeSteps(life), now);
}

/** Files planned cases and plays their lives, one after the other. */
async function playCases(prepared: readonly Prepared[], staff: Staff, now: Instant): Promise<void> {
  for (let from = 0; from < prepared.length; from += CHUNK) {
    const chunk = prepared.slice(from, from + CHUNK);
    const cases = await fileExamples(chunk.map(({ example }) => example));
    for (const [index, { planned }] of chunk.entries()) {
      const filed = cases[index];
      if (filed !== undefined) await playLife(filed, planned, staff, now);
    }
  }
}

async function playStories(staff: Staff, beginning: Beginning): Promise<void> {
  for (const { example, steps } of storiesOf(activeProfile().id, beginning)) {
    const [filed] = await fileExamples([example]);
    if (filed === undefined) continue;
    const scene = openScene(filed);
    await play(scene, steps(scene, staff), beginning.now);
  }
}

/**
 * Several operators' cases at once: the figures' rows are one operator's each, so their transactions never wait for
 * each other. Cases that go from one operator to another come after them, one by one.
 */
async function playAll(planned: readonly Planned[], staff: Staff, now: Instant): Promise<void> {
  const lanes = Map.groupBy(planned.map(prepare), ({ planned: { course }, example: { complaint } }) =>
    course.turn === 'misdirected' ? WANDERING : String(complaint.operatorId),
  );
  const wandering = lanes.get(WANDERING) ?? [];
  lanes.delete(WANDERING);
  const played = await Promise.allSettled([...lanes.values()].map(lane => playCases(lane, staff, now)));
  for (const lane of played) if (lane.status === 'rejected') throw lane.reason;
  await playCases(wandering, staff, now);
}

async function seed(now: Instant): Promise<void> {
  const beginning = { now, today: dayOf(now) };
  const operatorIds = retailOperators(activeProfile()).map(({ id }) => id);
  const staff = await prepareStaff();
  await playCases([marker(FIRST, plusMinutes(now, -60 * HOURS_TO_FIRST))], staff, now);
  await playStories(staff, beginning);
  const ordinary = plannedCases(activeProfile().id, beginning.today, operatorIds[0] ?? '');
  await playAll([...ordinary, ...livingCases(beginning.today, operatorIds)], staff, now);
  await inventWebhooks(operatorIds[0] ?? '', now);
  await inventRatings(now);
  await prepareTentativeHoliday(staff.administrator, now);
  await inventDeskPapers(operatorIds, staff, now);
  await prepareDesks(staff, now);
  await queueSmsOfAnswer('try-judge');
  await playCases([marker(LAST, plusMinutes(now, -60), 'acknowledge')], staff, now);
  // The launching process sends no jobs after this, and ends after the database that it started.
  await closeQueue();
}

/**
 * Fills an empty demonstration instance with its examples and returns who can sign in. A second call changes nothing;
 * one after an interruption completes what the first began.
 * @throws AppError `demonstration-only` on production instances
 */
export async function seedDemonstration(
  now: Instant = new Date().toISOString(),
): Promise<readonly DemonstrationAccount[]> {
  requireDemonstration();
  const { begun, done } = await readProgress();
  if (!done) await seed(begun ?? now);
  else await prepareStaff();
  return accounts();
}
