import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, SYSTEM } from '#app/domain/case/states.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import {
  liaisonOf,
  recordTestEvents,
  registerOperators,
  serveTestCase,
  testAnswer,
} from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { loadCase } from '../complaints/case-store.server.ts';
import { verifyProjections } from '../verification/verify-projections.server.ts';
import { draftCalendar } from './draft-calendar.server.ts';
import { publishVersion } from './publish-version.server.ts';
import { runActivations } from './run-activations.server.ts';

await testDatabase();
beforeAll(registerOperators);

const ADMINISTRATOR: Actor = { role: 'administrator', id: 'admin', name: 'Nadia', organisation: null };
const DECLARED_AT = '2026-03-12T10:00:00.000Z';
/** A Monday within the ten working days of a case served on 10 March. */
const LATE_HOLIDAY = '2026-03-16';

const load = (caseId: string) => withActor(SYSTEM, tx => loadCase(tx, caseId));

async function respondOf(caseId: string) {
  const { clocks } = await load(caseId);
  const clock = clocks.find(({ kind }) => kind === 'respond');
  if (clock === undefined) throw new Error('no clock');
  return clock;
}

const dueOn = async (caseId: string) => localDateOf((await respondOf(caseId)).dueAt, 'Africa/Casablanca');

async function declareHoliday(
  on: string,
  now: string,
  appliesTo: 'open-clocks' | 'new-clocks' = 'open-clocks',
) {
  const id = await draftCalendar({
    actor: ADMINISTRATOR,
    changes: [{ do: 'declare', on, name: 'unity-day' }],
    source: 'Bulletin officiel 7000',
    reason: 'Jour férié annoncé tardivement',
    appliesTo,
    now,
  });
  await publishVersion({ actor: ADMINISTRATOR, kind: 'calendar', id, activateOn: null, now });
  return id;
}

async function moveAll(now: string): Promise<number> {
  let moved = 0;
  for (let batch = await runActivations(now); batch !== null; batch = await runActivations(now)) {
    moved += batch.moved;
  }
  return moved;
}

describe('a holiday that is declared late', () => {
  test('moves the open cases that it touches, each with an event, and leaves the others', async () => {
    const open = await serveTestCase();
    const answered = await serveTestCase();
    await recordTestEvents(answered.caseId, [testAnswer()], {
      at: '2026-03-11T09:00:00.000Z',
      actor: liaisonOf('maroc-telecom'),
    });
    expect(await dueOn(open.caseId)).toBe('2026-03-25');
    const answeredBefore = await respondOf(answered.caseId);

    const version = await declareHoliday(LATE_HOLIDAY, DECLARED_AT);
    expect(await moveAll('2026-03-12T10:00:03.000Z')).toBe(1);

    const { events } = await load(open.caseId);
    expect(await dueOn(open.caseId)).toBe('2026-03-26');
    expect(events.at(-1)).toMatchObject({
      type: 'clocks-recomputed',
      payload: {
        cause: 'calendar',
        version,
        moves: [
          {
            clock: 'respond',
            fromCalendar: 'ma-2026.1',
            toCalendar: version,
            fromDueAt: '2026-03-25T22:59:59.999Z',
            toDueAt: '2026-03-26T22:59:59.999Z',
          },
        ],
      },
    });
    expect((await respondOf(open.caseId)).deadline.trace).toContainEqual(
      expect.objectContaining({ date: LATE_HOLIDAY, counts: false, reason: 'holiday' }),
    );
    expect((await respondOf(answered.caseId)).deadline).toEqual(answeredBefore.deadline);
    expect((await verifyProjections()).rows).toEqual([]);
  });
});
