import { describe, expect, test } from 'vitest';
import { clockRuns } from './clock-runs.ts';
import type { RecordedEvent } from './events.ts';
import { asksForInterim } from './interim.ts';
import { permittedCommands } from './lifecycle.ts';
import { projectCase } from './projection.ts';
import { ROLES } from './states.ts';

const DISPUTE = { track: 'wholesale', facts: { interimMeasure: 'yes' } };

function events(...drafts: readonly (readonly [string, object])[]): readonly RecordedEvent[] {
  return drafts.map(
    ([type, payload], index) =>
      ({ type, payload, seq: index + 1, at: `2026-03-0${index + 1}T09:00:00.000Z` }) as RecordedEvent,
  );
}

const ASKED = ['filed', DISPUTE] as const;
const DECIDED = ['interim-decided', { decision: 'granted' }] as const;

function interimRun(log: readonly RecordedEvent[]) {
  return clockRuns(log).find(({ kind }) => kind === 'interim');
}

describe('a request for an interim measure', () => {
  test.each([
    [DISPUTE, true],
    [{ ...DISPUTE, facts: { interimMeasure: 'no' } }, false],
    [{ ...DISPUTE, facts: {} }, false],
    [{ ...DISPUTE, track: 'business' }, false],
  ])('is read from what was filed: %j', (filed, asked) => {
    expect(asksForInterim(filed)).toBe(asked);
  });

  test('starts a clock of its own when it is filed, which a decision on it stops', () => {
    expect(interimRun(events(['filed', { ...DISPUTE, track: 'consumer' }]))).toBeUndefined();
    expect(interimRun(events(ASKED))?.events).toEqual([{ type: 'started', at: '2026-03-01T09:00:00.000Z' }]);
    expect(interimRun(events(ASKED, DECIDED))?.events.at(-1)).toEqual({
      type: 'stopped',
      at: '2026-03-02T09:00:00.000Z',
    });
  });

  test('keeps its clock while the dispute itself goes on, until that is decided', () => {
    const reviewed = interimRun(events(ASKED, ['served', {}], ['review-started', {}]));
    expect(reviewed?.events.some(({ type }) => type === 'stopped')).toBe(false);
    const decided = interimRun(events(ASKED, ['decided', { outcome: 'upheld' }]));
    expect(decided?.events.at(-1)?.type).toBe('stopped');
  });

  test('is decided once, and by a case officer alone', () => {
    const asked = projectCase(events(ASKED));
    const may = ROLES.filter(role => permittedCommands(role, asked).includes('decide-interim'));
    expect(may).toEqual(['case_officer']);
    const decided = projectCase(events(ASKED, DECIDED));
    expect(decided).toMatchObject({ state: 'filed', interim: 'granted' });
    expect(permittedCommands('case_officer', decided)).not.toContain('decide-interim');
  });
});
