import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS } from '../case/lifecycle.ts';
import { WEBHOOK_EVENTS, webhookEventOf } from './webhook-events.ts';

test('every event is explained to those who receive it, and nothing else is', () => {
  const guide = readFileSync(new URL('../../../docs/webhooks.md', import.meta.url), 'utf8');
  const explained = [...guide.matchAll(/^\| `(case\.\w+)` \|/gm)].map(([, type]) => type);
  expect(explained).toEqual([...WEBHOOK_EVENTS]);
});

test('every event but the service itself follows from a command', () => {
  const told = new Set(COMMANDS.map(webhookEventOf).filter(type => type !== undefined));
  expect([...told, 'case.served'].sort()).toEqual([...WEBHOOK_EVENTS].sort());
});
