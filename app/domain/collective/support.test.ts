import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATES } from '../case/states.ts';
import { CODE_TRIES, mayTry, publishedLoss, type Support, takesSupport, tallyBetween } from './support.ts';

const support = fc.record({
  state: fc.constantFrom('verified', 'merged', 'withdrawn'),
  lossMinor: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
}) as fc.Arbitrary<Support>;

describe('the sums of supporters', () => {
  test('follow any course of a supporter: added up, the changes give where she stands', () => {
    fc.assert(
      fc.property(fc.array(support, { maxLength: 12 }), course => {
        let before: Support = { state: 'new', lossMinor: null };
        const sum = { joined: 0, withdrawn: 0, stated: 0, lossMinor: 0 };
        for (const after of course) {
          const tally = tallyBetween(before, after);
          sum.joined += tally.joined;
          sum.withdrawn += tally.withdrawn;
          sum.stated += tally.stated;
          sum.lossMinor += tally.lossMinor;
          before = after;
        }
        const counts = before.state === 'verified';
        const states = counts && before.lossMinor !== null;
        expect(sum.joined - sum.withdrawn).toBe(counts ? 1 : 0);
        expect(sum.stated).toBe(states ? 1 : 0);
        expect(sum.lossMinor).toBe(states ? before.lossMinor : 0);
      }),
    );
  });

  test('tell no loss while fewer than five people stated one', () => {
    expect(publishedLoss({ stated: 4, lossMinor: 400 })).toBeNull();
    expect(publishedLoss({ stated: 5, lossMinor: 500 })).toBe(500);
  });
});

test('a page takes supporters until an officer closes it or the case is over', () => {
  const closed = STATES.filter(caseState => !takesSupport({ caseState, supportClosedAt: null }));
  expect(closed).toEqual(['closed', 'inadmissible', 'withdrawn']);
  expect(takesSupport({ caseState: 'served', supportClosedAt: '2026-03-10T09:00:00.000Z' })).toBe(false);
});

test('a code is tried a few times, once with success, and not after its end', () => {
  const code = { expiresAt: '2026-03-10T09:30:00.000Z', tries: 0, used: false };
  const now = '2026-03-10T09:29:59.000Z';
  expect(mayTry(code, now)).toBe(true);
  expect(mayTry({ ...code, tries: CODE_TRIES - 1 }, now)).toBe(true);
  expect(mayTry({ ...code, tries: CODE_TRIES }, now)).toBe(false);
  expect(mayTry({ ...code, used: true }, now)).toBe(false);
  expect(mayTry(code, code.expiresAt)).toBe(false);
});
