import { expect, test } from 'vitest';
import { stillAbout } from './still-about.ts';

const waits = (id: string) => ({ proposal: { id }, sending: 'approve' as const });

test.each([
  ['of an author’s own answer stays', '', { proposal: null, sending: 'submit' as const }, true],
  ['about the answer that still waits stays', 'first', waits('first'), true],
  ['about an answer that was submitted anew goes', 'first', waits('second'), false],
  [
    'about an answer that was taken back goes',
    'first',
    { proposal: null, sending: 'submit' as const },
    false,
  ],
  [
    'about an answer that came back to its reader as an author goes',
    'first',
    { ...waits('first'), sending: null },
    false,
  ],
])('what was typed %s', (_, proposalId, waiting, stays) => {
  const typed = { proposalId };
  expect(stillAbout(typed, waiting)).toBe(stays ? typed : undefined);
});
