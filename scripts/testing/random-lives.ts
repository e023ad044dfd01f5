import { randomUUID } from 'node:crypto';
import type { EventDraft } from '#app/domain/case/events.ts';
import { COMMANDS, type Command, isPermitted, transitionOf } from '#app/domain/case/lifecycle.ts';
import {
  CLOSING_REASONS,
  DECIDABLE_OUTCOMES,
  DISPUTE_REASONS,
  INADMISSIBILITY_REASONS,
  OPERATOR_OUTCOMES,
} from '#app/domain/case/outcomes.ts';
import type { CaseProjection } from '#app/domain/case/projection.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { addDays } from '#app/domain/shared/plain-date.ts';
import { sha256 } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { loadCase, recordEvents } from '#app/usecases/complaints/case-store.server.ts';
import { fileTestCase } from './cases.ts';

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Draw = <T>(choices: readonly T[]) => T;

function drawFrom(random: () => number): Draw {
  return choices => {
    const drawn = choices[Math.floor(random() * choices.length)];
    if (drawn === undefined) throw new RangeError('nothing to draw from');
    return drawn;
  };
}

const OPERATORS = ['maroc-telecom', 'orange-maroc', 'inwi'] as const;
const REGIONS = ['MA-01', 'MA-06', 'MA-07'] as const;
const KINDS = [
  { category: 'billing', issues: ['billing/error'], facts: { disputedLines: 'Option comptée deux fois' } },
  {
    category: 'number-portability',
    issues: ['number-portability/delay'],
    facts: { donor: 'Inwi', recipient: 'Orange' },
  },
] as const;

const message = () => ({ messageId: randomUUID(), digest: sha256('test') });
const clock = () => ({
  clockId: randomUUID(),
  clock: 'respond',
  ruleId: 'test',
  dueAt: '2026-01-01T00:00:00.000Z',
});

function answer(projection: CaseProjection, draw: Draw): EventDraft {
  const outcome = draw(OPERATOR_OUTCOMES);
  const amountMinor = outcome === 'remedied-with-money' ? draw([500, 12_050, 990_000]) : null;
  const days = draw([0, 1, 3, 8, 15, 16, 22, 45, 130, 400]);
  return {
    type: 'answered',
    payload: {
      responseId: randomUUID(),
      number: projection.answers + 1,
      outcome,
      items: [{ issue: projection.filed.issues[0] ?? '', outcome, date: null, amountMinor }],
      moneyReturnedMinor: amountMinor ?? 0,
      inTime: days < 16,
      days,
      digest: sha256('answer'),
    },
  };
}

type Maker = (projection: CaseProjection, draw: Draw) => EventDraft;

const MAKERS: Partial<Record<Command, Maker>> = {
  serve: ({ operatorId }) => ({
    type: 'served',
    payload: { deliveryId: randomUUID(), operatorId, channel: 'mail', attempts: 1 },
  }),
  answer,
  accept: () => ({ type: 'accepted', payload: {} }),
  dispute: (projection, draw) => ({
    type: 'disputed',
    payload: { ...message(), reasons: [draw(DISPUTE_REASONS)], issues: [...projection.filed.issues] },
  }),
  'lapse-confirmation': () => ({ type: 'confirmation-lapsed', payload: clock() }),
  withdraw: () => ({ type: 'withdrawn', payload: message() }),
  misdirect: () => ({ type: 'misdirected', payload: { ...message(), suggestedOperatorId: null } }),
  reroute: ({ operatorId }, draw) => ({
    type: 'rerouted',
    payload: {
      ...message(),
      fromOperatorId: operatorId,
      toOperatorId: draw(OPERATORS.filter(id => id !== operatorId)),
    },
  }),
  'request-information': () => ({ type: 'information-requested', payload: message() }),
  'provide-information': () => ({ type: 'information-provided', payload: message() }),
  'declare-inadmissible': (_, draw) => ({
    type: 'declared-inadmissible',
    payload: { ...message(), reason: draw(INADMISSIBILITY_REASONS) },
  }),
  'take-under-review': () => ({ type: 'review-started', payload: {} }),
  'deem-upheld': () => ({ type: 'deemed-upheld', payload: clock() }),
  decide: (_, draw) => ({
    type: 'decided',
    payload: {
      decisionId: randomUUID(),
      outcome: draw(DECIDABLE_OUTCOMES),
      remedyDays: null,
      amountMinor: null,
      digest: sha256('decision'),
    },
  }),
  close: (_, draw) => ({ type: 'closed', payload: { reason: draw(CLOSING_REASONS) } }),
  'record-breach': () => ({ type: 'clock-breached', payload: clock() }),
};

/** Endings are drawn less often, so that lives have a middle. */
const RARE: readonly Command[] = [
  'withdraw',
  'declare-inadmissible',
  'record-breach',
  'request-information',
  'misdirect',
  'reroute',
  'take-under-review',
  'deem-upheld',
];

function openCommands(projection: CaseProjection, random: () => number): readonly Command[] {
  return COMMANDS.filter(
    command =>
      MAKERS[command] !== undefined &&
      (!RARE.includes(command) || random() < 0.2) &&
      transitionOf(command).roles.some(role => isPermitted(command, role, projection)),
  );
}

async function live(caseId: string, filedOn: string, random: () => number): Promise<void> {
  const draw = drawFrom(random);
  await withActor(SYSTEM, async tx => {
    let loaded = await loadCase(tx, caseId);
    const steps = Math.floor(random() * 12);
    for (let step = 1; step <= steps; step += 1) {
      const commands = openCommands(loaded.projection, random);
      const make = commands.length === 0 ? undefined : MAKERS[draw(commands)];
      if (make === undefined) return;
      const at = `${addDays(filedOn, step * 3)}T10:00:00.000Z`;
      loaded = await recordEvents(tx, loaded, [make(loaded.projection, draw)], { actor: SYSTEM, at });
    }
  });
}

/** Files `count` cases over a year and a half and lets each go its own way through the lifecycle's table. */
export async function randomLives(count: number, seed: number): Promise<void> {
  const random = seeded(seed);
  const draw = drawFrom(random);
  for (let index = 0; index < count; index += 1) {
    const filedOn = addDays('2024-10-01', Math.floor(random() * 540));
    const receipt = await fileTestCase({
      now: `${filedOn}T09:00:00.000Z`,
      complaint: {
        ...draw(KINDS),
        operatorId: draw(OPERATORS),
        region: draw(REGIONS),
        startedAt: addDays(filedOn, -60),
        attempts: [{ on: addDays(filedOn, -50), channel: 'hotline', result: 'refused' }],
        email: `person${Math.floor(random() * count)}@example.org`,
      },
    });
    await live(receipt.caseId, filedOn, random);
  }
}
