import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingIn } from '#scripts/testing/standing.ts';
import { FIELDS, maySee, visibleTo } from '../access/visibility.ts';
import { deltasBetween, MEASURES, mergeDeltas } from '../statistics/contribution.ts';
import { GENESIS_HASH, sealedText, verifyChain } from './event-chain.ts';
import { EVENT_TYPES, type EventDraft, type RecordedEvent, visibilityOf } from './events.ts';
import {
  COMMANDS,
  type Command,
  isPermitted,
  permittedCommands,
  stateAfter,
  transitionOf,
} from './lifecycle.ts';
import { applyEvent, type CaseProjection, commandRecordedBy, projectCase } from './projection.ts';
import { ROLES, STATES, TERMINAL_STATES } from './states.ts';

const CASE_ID = '7c9f1d52-2a55-4c8e-9d6c-6f8de7a2a0b1';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const digest = sha256('');
const message = { messageId: 'm', digest };
const clock = { clockId: 'c', clock: 'respond', ruleId: 'r', dueAt: '2026-02-01T00:00:00.000Z' };

const PAYLOADS: { readonly [T in EventDraft['type']]: Extract<EventDraft, { type: T }>['payload'] } = {
  filed: {
    reference: 'MA-2026-0000-0000-0',
    track: 'consumer',
    language: 'fr',
    operatorId: 'a',
    service: 'mobile',
    category: 'billing',
    issues: ['billing/error'],
    region: 'MA-06',
    commune: null,
    startedAt: null,
    endedAt: null,
    ongoing: false,
    facts: {},
    remedySought: [],
    amountMinor: null,
    currency: 'MAD',
    urgent: false,
    vulnerability: [],
    consentToPublish: false,
    source: 'web',
    filedOn: '2026-01-10',
    complainantKey: null,
    statementDigest: digest,
    evidence: [],
  },
  served: { deliveryId: 'd', operatorId: 'a', channel: 'mail', attempts: 1 },
  'delivery-failed': { deliveryId: 'd', operatorId: 'a', error: '550' },
  acknowledged: {},
  'information-requested': message,
  'returned-for-information': message,
  'information-provided': message,
  'extension-granted': { ...message, ruleId: 'r' },
  misdirected: { ...message, suggestedOperatorId: null },
  rerouted: { ...message, fromOperatorId: 'a', toOperatorId: 'b' },
  answered: {
    responseId: 'r',
    number: 1,
    outcome: 'remedied-with-money',
    items: [],
    moneyReturnedMinor: 500,
    inTime: true,
    days: 3,
    digest,
  },
  accepted: {},
  disputed: { ...message, reasons: ['not-done'], issues: ['billing/error'] },
  'confirmation-lapsed': clock,
  withdrawn: message,
  'declared-inadmissible': { ...message, reason: 'too-late' },
  'review-started': {},
  escalated: clock,
  'deemed-upheld': clock,
  decided: { decisionId: 'd', outcome: 'upheld', remedyDays: 10, amountMinor: null, digest },
  'interim-decided': { ...message, decision: 'granted' },
  'remedy-reported': message,
  'interim-answered': { ...message, until: '2026-01-20' },
  'promise-kept': { ...message, issues: ['billing/error'] },
  closed: { reason: 'confirmed' },
  'note-added': message,
  'evidence-added': { evidenceId: 'e', sha256: digest, size: 1, mediaType: 'image/png' },
  'evidence-quarantined': { evidenceId: 'e', sha256: digest, finding: 'Test.Signature' },
  'message-sent': message,
  'operator-wrote': message,
  'personal-data-corrected': { parts: ['contact'], digest },
  'erasure-requested': {},
  'personal-data-erased': { reason: 'request', files: 0 },
  'public-text-proposed': { textId: 't', digest },
  'public-text-approved': { textId: 't', digest },
  'public-text-refused': { textId: 't', digest },
  'support-closed': { supporters: 2 },
  'code-renewed': {},
  'clocks-recomputed': { cause: 'calendar', version: 'xx-2026.2', moves: [] },
  'clock-breached': clock,
  'breach-published': clock,
  'clock-resumed': clock,
  'reminder-sent': clock,
  'demonstration-aged': { days: 3 },
};

function record(events: readonly RecordedEvent[], type: EventDraft['type']): readonly RecordedEvent[] {
  const previousHash = events.at(-1)?.hash ?? GENESIS_HASH;
  const event = {
    type,
    payload: PAYLOADS[type],
    seq: events.length + 1,
    at: `2026-01-10T00:00:${String(events.length % 60).padStart(2, '0')}.000Z`,
    actorRole: 'system',
    actorId: null,
    actorName: null,
    actorOrganisation: null,
    visibility: visibilityOf(type),
    previousHash,
  } as Omit<RecordedEvent, 'hash'>;
  return [...events, { ...event, hash: sha256(sealedText(CASE_ID, event)) } as RecordedEvent];
}

const attempts = fc.array(fc.tuple(fc.constantFrom(...COMMANDS), fc.constantFrom(...ROLES)), {
  maxLength: 40,
});

/** Gives every permitted command of a list of attempts, as the use cases would. */
function live(list: readonly (readonly [Command, (typeof ROLES)[number]])[]) {
  let events = record([], 'filed');
  let projection: CaseProjection = projectCase(events);
  const steps: { before: CaseProjection; command: Command; after: CaseProjection }[] = [];
  for (const [command, role] of list) {
    if (command === 'file' || !isPermitted(command, role, projection)) continue;
    events = record(events, transitionOf(command).event);
    const last = events.at(-1);
    if (last === undefined) throw new Error('nothing recorded');
    const after = applyEvent(projection, last);
    steps.push({ before: projection, command, after });
    projection = after;
  }
  return { events, projection, steps };
}

describe('the table', () => {
  test('records each event type by exactly one command', () => {
    const recorded = COMMANDS.map(command => transitionOf(command).event);
    expect([...recorded].sort()).toEqual([...EVENT_TYPES].sort());
  });

  test('reaches every state and leaves a terminal one by no command', () => {
    const targets = new Set<string>(COMMANDS.map(command => transitionOf(command).to));
    for (const state of STATES.filter(state => state !== 'draft')) expect(targets, state).toContain(state);
    for (const state of TERMINAL_STATES) {
      const open = COMMANDS.filter(command => transitionOf(command).from.includes(state));
      // What an operator promised binds it also where the complainant's silence has closed the case.
      const ofPromises = ['keep-promise', 'record-breach', 'remind'];
      expect(open.filter(command => ofPromises.includes(command))).toEqual(
        state === 'closed' ? ofPromises : [],
      );
      expect(open.filter(command => !ofPromises.includes(command))).toEqual([
        'note',
        'quarantine-evidence',
        'correct-data',
        'request-erasure',
        'erase',
        'renew-code',
        'recompute-clocks',
      ]);
      expect(open.map(command => transitionOf(command).to)).toEqual(open.map(() => 'same'));
    }
  });

  test('says what a liaison may do with a case that is served, and with one that is answered', () => {
    const standing = standingIn('served');
    expect(permittedCommands('liaison', standing)).toEqual([
      'acknowledge',
      'request-information',
      'request-extension',
      'misdirect',
      'answer',
      'answer-interim',
      'add-evidence',
      'write-to-complainant',
    ]);
    expect(permittedCommands('liaison', { ...standing, state: 'answered', answers: 1 })).toEqual([
      'add-evidence',
      'write-to-complainant',
    ]);
    expect(permittedCommands('analyst', standing)).toEqual([]);
    expect(permittedCommands('public', standing)).toEqual([]);
  });

  test('grants an extension once', () => {
    const standing = {
      state: 'served',
      returnedFrom: null,
      acknowledgedAt: null,
      extended: true,
      disputes: 0,
      answers: 0,
      interim: null,
    } as const;
    expect(isPermitted('request-extension', 'liaison', standing)).toBe(false);
  });
});

describe('any sequence of commands', () => {
  test('stays within the table, and each step goes where the table says', () => {
    fc.assert(
      fc.property(attempts, list => {
        for (const { before, command, after } of live(list).steps) {
          expect(STATES).toContain(after.state);
          expect(after.state).toBe(stateAfter(command, before));
          expect(transitionOf(command).from).toContain(before.state);
        }
      }),
    );
  });

  test('loses no event: the log has one for each command given, its chain holds, and folding it gives the case', () => {
    fc.assert(
      fc.property(attempts, list => {
        const { events, projection, steps } = live(list);
        expect(events.length).toBe(steps.length + 1);
        expect(events.slice(1).map(event => commandRecordedBy(event.type))).toEqual(
          steps.map(step => step.command),
        );
        expect(projectCase(events)).toEqual(projection);
        expect(
          verifyChain(CASE_ID, events, { seq: projection.lastSeq, hash: projection.lastHash }, sha256),
        ).toBeNull();
      }),
    );
  });

  test('adds up in the figures: the deltas of the steps are the contribution of the end', () => {
    fc.assert(
      fc.property(attempts, list => {
        const { steps, projection, events } = live(list);
        const filed = events[0];
        if (filed === undefined) throw new Error('nothing filed');
        const all = [
          ...deltasBetween(null, projectCase([filed])),
          ...steps.flatMap(step => deltasBetween(step.before, step.after)),
        ];
        expect(mergeDeltas(all)).toEqual(deltasBetween(null, projection));
        expect(MEASURES.length).toBe(mergeDeltas(all)[0]?.measures.length);
      }),
    );
  });

  test('shows no role a field that the matrix denies it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), fc.subarray([...FIELDS]), (role, present) => {
        const record = Object.fromEntries(present.map(field => [field, 'value']));
        const shown = Object.keys(visibleTo(role, record));
        expect(shown.every(field => maySee(role, field as (typeof FIELDS)[number]))).toBe(true);
        expect(shown.length).toBe(present.filter(field => maySee(role, field)).length);
      }),
    );
  });
});

describe('the chain', () => {
  const { events, projection } = live([
    ['serve', 'system'],
    ['acknowledge', 'liaison'],
    ['answer', 'liaison'],
    ['accept', 'complainant'],
  ]);
  const head = { seq: projection.lastSeq, hash: projection.lastHash };

  test('names the event in which one byte was changed', () => {
    const forged = events.map(event =>
      event.seq === 3 ? ({ ...event, actorName: 'x' } as RecordedEvent) : event,
    );
    expect(verifyChain(CASE_ID, forged, head, sha256)).toEqual({ seq: 3, fault: 'hash-differs' });
  });

  test('binds each event to the one before: sealing a forged event anew breaks the next one', () => {
    const forged: RecordedEvent[] = [];
    for (const event of events) {
      const { hash: sealed, ...rest } = event;
      const previousHash = forged.at(-1)?.hash ?? GENESIS_HASH;
      const changed = {
        ...rest,
        previousHash,
        actorName: event.seq === 2 ? 'x' : event.actorName,
      } as typeof rest;
      const hash = event.seq === 2 ? sha256(sealedText(CASE_ID, changed)) : sealed;
      forged.push({ ...changed, hash } as RecordedEvent);
    }
    expect(verifyChain(CASE_ID, forged, head, sha256)).toEqual({ seq: 3, fault: 'hash-differs' });
  });

  test('notices an event that was taken out, and a shortened end', () => {
    expect(
      verifyChain(
        CASE_ID,
        events.filter(event => event.seq !== 2),
        head,
        sha256,
      )?.fault,
    ).toBe('number-missing');
    expect(verifyChain(CASE_ID, events.slice(0, -1), head, sha256)).toEqual({ seq: 5, fault: 'end-missing' });
  });
});

test('personal fields are out of an analyst’s sight, contacts out of a liaison’s', () => {
  for (const field of [
    'identity',
    'contact',
    'narrative',
    'evidence-copy',
    'evidence-original',
    'messages',
  ] as const) {
    expect(maySee('analyst', field), field).toBe(false);
    expect(maySee('public', field), field).toBe(false);
  }
  expect(maySee('liaison', 'contact')).toBe(false);
  expect(maySee('liaison', 'internal-notes')).toBe(false);
  expect(maySee('liaison', 'evidence-original')).toBe(false);
});
