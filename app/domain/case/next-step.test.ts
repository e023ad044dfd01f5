import { describe, expect, test } from 'vitest';
import { standingIn } from '#scripts/testing/standing.ts';
import { COMMANDS, isPermitted } from './lifecycle.ts';
import { type NextStepKind, nextStep, type Party, type WaitedClock } from './next-step.ts';
import { type CaseState, isTerminal, ROLES, STATES } from './states.ts';

const NOW = '2026-03-10T09:00:00.000Z';
const LATER = '2026-03-24T22:59:59.999Z';
const EARLIER = '2026-03-09T22:59:59.999Z';

function clock(kind: WaitedClock['kind'], changes: Partial<WaitedClock> = {}): WaitedClock {
  return { id: `${kind}-1`, kind, state: 'running', dueAt: LATER, consequence: 'escalate', ...changes };
}

describe('the next step of a case', () => {
  test.each<[CaseState, NextStepKind, Party]>([
    ['filed', 'deliver', 'portal'],
    ['served', 'answer', 'operator'],
    ['returned', 'give-information', 'complainant'],
    ['answered', 'judge', 'complainant'],
    ['disputed', 'answer-again-or-review', 'operator'],
    ['misdirected', 'reroute', 'regulator'],
    ['under_review', 'decide', 'regulator'],
    ['resolved', 'close', 'regulator'],
    ['closed', 'over', 'nobody'],
    ['inadmissible', 'over', 'nobody'],
    ['withdrawn', 'over', 'nobody'],
  ])('in state %s is "%s", and the turn of the %s', (state, kind, party) => {
    expect(nextStep({ standing: standingIn(state), clocks: [], now: NOW })).toMatchObject({ kind, party });
  });

  test('has the date, the clock and the consequence of the clock on which the case waits', () => {
    const clocks = [clock('acknowledge', { dueAt: EARLIER }), clock('respond')];
    expect(nextStep({ standing: standingIn('served'), clocks, now: NOW })).toEqual({
      kind: 'answer',
      party: 'operator',
      clockId: 'respond-1',
      dueAt: LATER,
      overdue: false,
      paused: false,
      consequence: 'escalate',
    });
  });

  test('takes the last run of a clock after a case was served again', () => {
    const clocks = [clock('respond', { state: 'stopped' }), clock('respond', { id: 'respond-2' })];
    expect(nextStep({ standing: standingIn('served'), clocks, now: NOW }).clockId).toBe('respond-2');
  });

  test('says that the operator is late from the first instant after the deadline', () => {
    const due = (dueAt: string) =>
      nextStep({ standing: standingIn('served'), clocks: [clock('respond', { dueAt })], now: NOW });
    expect(due(NOW)).toMatchObject({ kind: 'answer', overdue: false });
    expect(due(EARLIER)).toMatchObject({ kind: 'answer-overdue', overdue: true, party: 'operator' });
  });

  test('is the complainant’s while the operator’s clock stands, also past the latest date that a pause allows', () => {
    const returned = standingIn('returned', { returnedFrom: 'served' });
    const due = (dueAt: string) =>
      nextStep({ standing: returned, clocks: [clock('respond', { state: 'paused', dueAt })], now: NOW });
    expect(due(LATER)).toMatchObject({ kind: 'give-information', paused: true, overdue: false });
    expect(due(EARLIER)).toMatchObject({ kind: 'give-information', paused: true, overdue: true });
  });

  test('is the regulator’s once the operator has used up its answers', () => {
    const twice = standingIn('disputed', { answers: 2, disputes: 2 });
    expect(nextStep({ standing: twice, clocks: [], now: NOW })).toMatchObject({
      kind: 'take-up',
      party: 'regulator',
    });
  });

  test('after a decision is the remedy while its clock runs, and the closing afterwards', () => {
    const decided = standingIn('decided');
    expect(nextStep({ standing: decided, clocks: [clock('remedy')], now: NOW }).kind).toBe('remedy');
    expect(
      nextStep({ standing: decided, clocks: [clock('remedy', { dueAt: EARLIER })], now: NOW }).kind,
    ).toBe('remedy-overdue');
    expect(
      nextStep({ standing: decided, clocks: [clock('remedy', { state: 'stopped' })], now: NOW }).kind,
    ).toBe('close');
    expect(nextStep({ standing: decided, clocks: [], now: NOW }).kind).toBe('close');
  });

  test('gives a turn only to a party that the lifecycle lets act', () => {
    const roles: Partial<Record<Party, readonly string[]>> = {
      complainant: ['complainant'],
      operator: ['liaison'],
      regulator: ['case_officer'],
      portal: ['system'],
    };
    for (const state of STATES.filter(candidate => candidate !== 'draft' && !isTerminal(candidate))) {
      const { party } = nextStep({ standing: standingIn(state), clocks: [clock('remedy')], now: NOW });
      const able = ROLES.filter(role => roles[party]?.includes(role)).some(role =>
        COMMANDS.some(command => isPermitted(command, role, standingIn(state))),
      );
      expect(able, state).toBe(true);
    }
  });
});
