import { readFileSync } from 'node:fs';
import { env } from './env.server.ts';

/**
 * The present instant: asked once at the edge (a route, a job) and handed on as an argument, so that rules and
 * use cases never look at a clock themselves. On a test instance with TEST_CLOCK_FILE it is what that file says, so
 * that a test moves every process at once; on any other instance the setting changes nothing.
 */
export function now(): Date {
  const { RECOURS_INSTANCE, TEST_CLOCK_FILE } = env();
  if (RECOURS_INSTANCE !== 'test' || TEST_CLOCK_FILE === undefined) return new Date();
  return clockOnFile(readFileSync(TEST_CLOCK_FILE, 'utf8'), Date.now());
}

/**
 * What a clock file says: an ISO instant at which time stands, or a whole number of milliseconds by which the clock
 * is ahead of the machine's (behind when negative).
 * @throws RangeError for anything else: a test that believes to be in another year must not run in this one
 */
export function clockOnFile(content: string, machineTime: number): Date {
  const text = content.trim();
  const instant = /^[-+]?\d+$/.test(text) ? new Date(machineTime + Number(text)) : new Date(text);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`TEST_CLOCK_FILE says "${text}"`);
  return instant;
}
