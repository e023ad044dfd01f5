import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localPath } from './local-path.ts';

describe('the way back after signing in', () => {
  test.each(['/operator', '/operator?state=served&q=a%20b', '/regulator/cases/MA-2026-7K3F-9QXM-T#answer'])(
    'may lead to %s',
    path => {
      expect(localPath(path)).toBe(path);
    },
  );

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'operator',
    '/a\nb',
    '',
    '/\t/evil',
    null,
    3,
  ])('never leads to %j', path => {
    expect(localPath(path)).toBeNull();
  });

  test('never leaves the site, whatever is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webUrl(),
          fc.string().map(rest => `/${rest}`),
        ),
        wished => {
          const path = localPath(wished);
          if (path !== null) expect(new URL(path, 'https://recours.example').host).toBe('recours.example');
        },
      ),
    );
  });
});
