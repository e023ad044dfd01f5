import { expect, test } from 'vitest';
import { COPY_STATES } from './copy.ts';
import { evidenceStanding, isReleased, SCAN_STATES } from './standing.ts';

const released = (hasScanner: boolean) =>
  SCAN_STATES.filter(scanState =>
    COPY_STATES.some(copyState => isReleased(evidenceStanding({ scanState, copyState }, hasScanner))),
  );

test('a file is given out with a scanner only when found clean, without one also unscanned', () => {
  expect(released(true)).toEqual(['clean']);
  expect(released(false)).toEqual(['clean', 'unscanned']);
});

test('a released file stands as its copy does', () => {
  const standings = COPY_STATES.map(copyState => evidenceStanding({ scanState: 'clean', copyState }, true));
  expect(standings).toEqual(['being-prepared', 'ready', 'no-copy', 'erased']);
});

test('what a scanner condemned stays condemned when the scanner is gone', () => {
  expect(evidenceStanding({ scanState: 'infected', copyState: 'ready' }, false)).toBe('quarantined');
});
