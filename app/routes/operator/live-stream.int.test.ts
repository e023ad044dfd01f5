import { expect, test } from 'vitest';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { deskRevision, followDesks } from '#app/usecases/desk/desk-pulse.server.ts';
import { registerOperators, serveTestCase } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { staffMember, testAccount } from '#scripts/testing/staff.ts';
import { openLiveStream } from './live-stream.server.ts';

await testDatabase();

const DESK = 'maroc-telecom';
const SOON = { timeout: 10_000 };

/** The first thing that the stream says to a page that was made when the desk stood so. */
async function greetingSince(revision: string | null, staff: StaffMember): Promise<string> {
  const address = `http://localhost:3000/operator/live?${new URLSearchParams({ since: revision ?? '' })}`;
  const reader = openLiveStream(new Request(address), staff).body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return new TextDecoder().decode(value);
}

test('what happened between the making of a page and its listening is told as soon as it listens', async () => {
  await registerOperators();
  const staff = await staffMember(await testAccount({ email: 'samira@mt.example' }));
  followDesks();
  await expect.poll(() => deskRevision(DESK), SOON).not.toBeNull();
  const made = deskRevision(DESK);
  expect(await greetingSince(made, staff)).not.toContain('event: queue');
  await serveTestCase();
  await expect.poll(() => deskRevision(DESK), SOON).not.toBe(made);
  expect(await greetingSince(made, staff)).toContain(`id: ${deskRevision(DESK)}\nevent: queue\n`);
});
