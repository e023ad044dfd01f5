import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each(['/', '/track', '/regulator?operator=atlas&state=served'])(
  '%s is a place to come back to',
  path => {
    expect(ownPath(path)).toBe(path);
  },
);

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/.//elsewhere.example',
  'track',
  '',
  null,
])('%s leads home instead of to another site', path => {
  expect(ownPath(path)).toBe('/');
});
