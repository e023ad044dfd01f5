import { describe, expect, test } from 'vitest';
import { standingIn } from '#scripts/testing/standing.ts';
import { type CaseStanding, isPermitted, permittedCommands, stateAfter, transitionOf } from './lifecycle.ts';
import { type CaseState, type Role, STATES } from './states.ts';

/** What a role may do in a state, written out; an arrow names the state to which the command leads. */
type Rights = Readonly<Partial<Record<CaseState, string>>>;

const OF_A_CASE_IN_HAND = 'add-evidence send-message correct-data';
const OF_AN_OPEN_CASE = 'add-evidence write-to-complainant';
const WORK_OF_CLOCKS =
  'quarantine-evidence renew-code recompute-clocks record-breach publish-breach resume-clock remind age';
const AFTER_THE_END = 'quarantine-evidence erase renew-code recompute-clocks';

const COMPLAINANT: Rights = {
  draft: 'file→filed',
  filed: `withdraw→withdrawn ${OF_A_CASE_IN_HAND}`,
  served: `withdraw→withdrawn ${OF_A_CASE_IN_HAND}`,
  answered: `accept→resolved dispute→disputed withdraw→withdrawn ${OF_A_CASE_IN_HAND}`,
  resolved: OF_A_CASE_IN_HAND,
  disputed: `withdraw→withdrawn ${OF_A_CASE_IN_HAND}`,
  under_review: `withdraw→withdrawn ${OF_A_CASE_IN_HAND}`,
  decided: OF_A_CASE_IN_HAND,
  returned: `provide-information→served withdraw→withdrawn ${OF_A_CASE_IN_HAND}`,
  misdirected: `withdraw→withdrawn ${OF_A_CASE_IN_HAND}`,
  closed: 'correct-data request-erasure',
  inadmissible: 'correct-data request-erasure',
  withdrawn: 'correct-data request-erasure',
};

const LIAISON: Rights = {
  filed: OF_AN_OPEN_CASE,
  served: `acknowledge request-information→returned request-extension misdirect→misdirected answer→answered answer-interim ${OF_AN_OPEN_CASE}`,
  answered: OF_AN_OPEN_CASE,
  resolved: OF_AN_OPEN_CASE,
  disputed: `answer→answered answer-interim ${OF_AN_OPEN_CASE}`,
  under_review: OF_AN_OPEN_CASE,
  decided: `report-remedy ${OF_AN_OPEN_CASE}`,
  returned: OF_AN_OPEN_CASE,
  misdirected: OF_AN_OPEN_CASE,
};

const CASE_OFFICER: Rights = {
  filed: 'return-for-information→returned reroute declare-inadmissible→inadmissible note',
  served:
    'return-for-information→returned reroute→filed declare-inadmissible→inadmissible take-under-review→under_review note',
  answered: 'take-under-review→under_review note',
  resolved: 'close→closed note',
  disputed: 'return-for-information→returned take-under-review→under_review note',
  under_review: 'return-for-information→returned declare-inadmissible→inadmissible decide→decided note',
  decided: 'close→closed note',
  returned: 'declare-inadmissible→inadmissible note',
  misdirected: 'reroute→filed declare-inadmissible→inadmissible take-under-review→under_review note',
  closed: 'note',
  inadmissible: 'note',
  withdrawn: 'note',
};

const SYSTEM: Rights = {
  draft: 'file→filed',
  filed: `serve→served note-failed-delivery ${WORK_OF_CLOCKS}`,
  served: `escalate→under_review deem-upheld→decided ${WORK_OF_CLOCKS}`,
  answered: `lapse-confirmation→closed ${WORK_OF_CLOCKS}`,
  resolved: `close→closed ${WORK_OF_CLOCKS}`,
  disputed: WORK_OF_CLOCKS,
  under_review: WORK_OF_CLOCKS,
  decided: `close→closed ${WORK_OF_CLOCKS}`,
  returned: WORK_OF_CLOCKS,
  misdirected: WORK_OF_CLOCKS,
  closed: AFTER_THE_END,
  inadmissible: AFTER_THE_END,
  withdrawn: AFTER_THE_END,
};

const NOTES_ONLY: Rights = Object.fromEntries(
  STATES.filter(state => state !== 'draft').map(state => [state, 'note']),
);

const RIGHTS: Readonly<Record<Role, Rights>> = {
  complainant: COMPLAINANT,
  liaison: LIAISON,
  case_officer: CASE_OFFICER,
  analyst: {},
  auditor: NOTES_ONLY,
  administrator: NOTES_ONLY,
  system: SYSTEM,
  public: {},
};

function written(role: Role, state: CaseState): string {
  const before = standingIn(state);
  const steps = permittedCommands(role, before).map(command => {
    const after = stateAfter(command, before);
    return after === state ? command : `${command}→${after}`;
  });
  return steps.join(' ');
}

describe('a case that nothing has happened to yet', () => {
  const cells = Object.entries(RIGHTS).flatMap(([role, rights]) =>
    STATES.map(state => [role as Role, state, rights[state] ?? ''] as const),
  );

  test.each(cells)('lets a %s do in state %s: %s', (role, state, commands) => {
    expect(written(role, state)).toBe(commands);
  });
});

describe('what has happened to a case', () => {
  test('lets the operator acknowledge once and be given more time once', () => {
    expect(isPermitted('acknowledge', 'liaison', standingIn('served'))).toBe(true);
    const acknowledged = standingIn('served', { acknowledgedAt: '2026-03-10T09:00:00.000Z' });
    expect(isPermitted('acknowledge', 'liaison', acknowledged)).toBe(false);
    expect(isPermitted('request-extension', 'liaison', standingIn('served', { extended: true }))).toBe(false);
  });

  test.each(['answer', 'answer-interim'] as const)('leaves the operator two answers: %s', command => {
    expect(isPermitted(command, 'liaison', standingIn('disputed', { answers: 1, disputes: 1 }))).toBe(true);
    expect(isPermitted(command, 'liaison', standingIn('disputed', { answers: 2, disputes: 2 }))).toBe(false);
  });

  test.each(['answer', 'answer-interim'] as const)(
    'lets the operator go on where it asked the question itself, not where the regulator did: %s',
    command => {
      expect(isPermitted(command, 'liaison', standingIn('returned', { returnedFrom: 'served' }))).toBe(true);
      for (const from of ['filed', 'disputed', 'under_review'] as const) {
        expect(isPermitted(command, 'liaison', standingIn('returned', { returnedFrom: from })), from).toBe(
          false,
        );
      }
    },
  );

  test.each(['filed', 'served', 'disputed', 'under_review'] as const)(
    'brings it back to where it was returned from: %s',
    returnedFrom => {
      expect(stateAfter('provide-information', standingIn('returned', { returnedFrom }))).toBe(returnedFrom);
    },
  );

  test('keeps the promises of a closed case to be kept, reminded of and missed', () => {
    const promises = [{ issues: ['billing/error'], by: '2026-04-01' }] as unknown as CaseStanding['promises'];
    for (const [command, role] of [
      ['keep-promise', 'liaison'],
      ['remind', 'system'],
      ['record-breach', 'system'],
    ] as const) {
      expect(isPermitted(command, role, standingIn('closed')), command).toBe(false);
      expect(isPermitted(command, role, standingIn('closed', { promises })), command).toBe(true);
    }
  });

  test('lets the case officer decide an interim measure that was asked for, once', () => {
    expect(isPermitted('decide-interim', 'case_officer', standingIn('served'))).toBe(false);
    expect(
      isPermitted('decide-interim', 'case_officer', standingIn('served', { interim: 'requested' })),
    ).toBe(true);
    expect(isPermitted('decide-interim', 'case_officer', standingIn('served', { interim: 'granted' }))).toBe(
      false,
    );
  });
});

describe('who hears of a command', () => {
  test.each([
    ['file', 'serve-operator mail-receipt'],
    ['serve', 'mail-complainant'],
    ['answer', 'mail-complainant'],
    ['request-information', 'mail-complainant'],
    ['provide-information', 'mail-operator'],
    ['misdirect', 'mail-regulator'],
    ['reroute', 'serve-operator mail-complainant'],
    ['accept', 'mail-operator'],
    ['dispute', 'mail-operator mail-regulator'],
    ['lapse-confirmation', 'mail-complainant'],
    ['withdraw', 'mail-operator'],
    ['declare-inadmissible', 'mail-complainant mail-operator'],
    ['take-under-review', 'mail-complainant mail-operator'],
    ['escalate', 'mail-complainant mail-operator'],
    ['deem-upheld', 'mail-complainant mail-operator'],
    ['decide', 'mail-complainant mail-operator'],
    ['close', 'mail-complainant'],
    ['record-breach', 'mail-operator mail-regulator'],
    ['quarantine-evidence', 'mail-complainant mail-operator mail-regulator'],
    ['note', ''],
    ['acknowledge', ''],
  ] as const)('%s: %s', (command, effects) => {
    expect(transitionOf(command).effects.join(' ')).toBe(effects);
  });
});
