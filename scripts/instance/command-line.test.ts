import { afterEach, describe, expect, it } from 'vitest';
import { StartRefused } from '#app/platform/start-refused.server.ts';
import { readOptions } from './command-line.ts';

const given = process.argv;

function withArguments(...words: string[]) {
  process.argv = ['node', 'import.ts', ...words];
  return () => readOptions(['source'], 'npm run import -- --source signalconso complaints.csv');
}

afterEach(() => {
  process.argv = given;
});

describe('the options of a command', () => {
  it('are read with what stands beside them', () => {
    expect(withArguments('--source', 'signalconso', 'a.csv')()).toMatchObject({
      values: { source: 'signalconso' },
      positionals: ['a.csv'],
    });
  });

  it('are refused with an example where the command does not know them', () => {
    const read = withArguments('--src', 'x');
    expect(read).toThrow(StartRefused);
    expect(read).toThrow("Unknown option '--src'.\nExample: npm run import");
  });
});
