import { describe, expect, test } from 'vitest';
import { axisOf, labelStep, spread, ticksApart } from './scale.ts';

describe('an axis', () => {
  test.each([
    [0, 1],
    [3, 3],
    [7, 8],
    [23, 30],
    [100, 100],
    [101, 150],
    [0.034, 0.04],
  ])('for values up to %d ends at %d and starts at zero', (largest, max) => {
    const axis = axisOf(largest);
    expect(axis.max).toBeCloseTo(max);
    expect(axis.ticks[0]).toBe(0);
    expect(axis.ticks.at(-1)).toBeCloseTo(max);
  });
});

test('labels of lines that end close together are moved apart and keep their order', () => {
  expect(spread([50, 52, 10], 16)).toEqual([50, 66, 10]);
});

test('eighteen months in the room of six get every third label', () => {
  expect(labelStep(18, 6)).toBe(3);
  expect(labelStep(4, 6)).toBe(1);
});

test('no two ticks of an axis read the same, as halves of a count would', () => {
  const whole = (value: number) => value.toFixed();
  expect(ticksApart(axisOf(1).ticks, whole)).toEqual([0, 1]);
  expect(ticksApart(axisOf(7).ticks, whole)).toEqual([0, 2, 4, 6, 8]);
});
