import { expect, it, vi } from 'vitest';
import { onShutdown, shutDown } from './shutdown.server.ts';

it('closes what was opened last first, and only once', async () => {
  const closed: string[] = [];
  onShutdown('database', () => closed.push('database'));
  onShutdown('server', () => closed.push('server'));
  await shutDown();
  await shutDown();
  expect(closed).toEqual(['server', 'database']);
});

it('goes on when something fails or hangs while closing', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const closed: string[] = [];
  onShutdown('database', () => closed.push('database'));
  onShutdown('failing', () => Promise.reject(new Error('no')));
  onShutdown('hanging', () => new Promise(() => undefined));
  await shutDown(50);
  expect(closed).toEqual(['database']);
  expect(report.mock.calls.map(call => call[0])).toEqual([
    'While closing hanging:',
    'While closing failing:',
  ]);
  report.mockRestore();
});
