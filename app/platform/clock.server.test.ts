import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { clockOnFile, now } from './clock.server.ts';
import { setEnv } from './env.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'recours-clock-'));
const TEST_CLOCK_FILE = join(folder, 'clock');
const MIDNIGHT = '2026-02-17T00:00:00.000Z';

afterAll(() => rmSync(folder, { recursive: true }));

it('stands at the instant that its file names, and goes on from there when the file does', () => {
  setEnv({ RECOURS_INSTANCE: 'test', TEST_CLOCK_FILE });
  writeFileSync(TEST_CLOCK_FILE, '2026-02-16T23:59:59.999Z\n');
  expect(now().toISOString()).toBe('2026-02-16T23:59:59.999Z');
  writeFileSync(TEST_CLOCK_FILE, MIDNIGHT);
  expect(now().toISOString()).toBe(MIDNIGHT);
});

it('is ahead of the machine, or behind, by a number of milliseconds', () => {
  expect(clockOnFile('3600000', Date.parse(MIDNIGHT)).toISOString()).toBe('2026-02-17T01:00:00.000Z');
  expect(clockOnFile('-1', Date.parse(MIDNIGHT)).toISOString()).toBe('2026-02-16T23:59:59.999Z');
});

it('refuses a file that says no time', () => {
  expect(() => clockOnFile('tomorrow', 0)).toThrow(RangeError);
  expect(() => clockOnFile('', 0)).toThrow(RangeError);
});

it.each(['demonstration', 'production'])('is the machine’s own on a %s instance, file or not', instance => {
  setEnv({ RECOURS_INSTANCE: instance, TEST_CLOCK_FILE, ...(instance === 'production' ? PRODUCTION : {}) });
  expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(5000);
});

const PRODUCTION = {
  PUBLIC_URL: 'https://recours.example',
  SMTP_URL: 'smtp://mail.example',
  MAIL_FROM: 'Recours <no-reply@recours.example>',
};
