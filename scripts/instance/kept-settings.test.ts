import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keepSettings, takeKeptSettings } from './kept-settings.ts';

const DATA_DIR = mkdtempSync(join(tmpdir(), 'recours-kept-'));
afterAll(() => rmSync(DATA_DIR, { recursive: true }));

function taken(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const environment = { ...given };
  takeKeptSettings(environment);
  return environment;
}

test('without a demonstration nothing is taken', () => {
  expect(taken({ DATA_DIR })).toEqual({ DATA_DIR });
});

test('a command beside a demonstration works on it, unless told of another instance or database', () => {
  keepSettings(DATA_DIR, { RECOURS_INSTANCE: 'demonstration', RECOURS_PROFILE: 'bf' });
  expect(taken({ DATA_DIR })).toEqual({
    DATA_DIR,
    RECOURS_INSTANCE: 'demonstration',
    RECOURS_PROFILE: 'bf',
  });
  expect(taken({ DATA_DIR, RECOURS_INSTANCE: 'production' })).not.toHaveProperty('RECOURS_PROFILE');
  expect(taken({ DATA_DIR, DATABASE_URL: 'postgresql://a@b/c' })).not.toHaveProperty('RECOURS_INSTANCE');
});
