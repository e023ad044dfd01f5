import { beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setEnv } from '#app/platform/env.server.ts';
import { fileTestCase, registerOperators } from '#scripts/testing/cases.ts';
import { testDatabase } from '#scripts/testing/database.ts';
import { ageCase } from '../../clocks/age-case.server.ts';
import { readOutbox, readOutboxMail } from './outbox.server.ts';

await testDatabase();
beforeAll(registerOperators);

test('the outbox is shown page by page, the newest mail first', async () => {
  const { caseId } = await fileTestCase();
  await withActor(SYSTEM, tx =>
    tx.mailOutbox.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        caseId,
        dedupeKey: `test/${index}`,
        kind: 'operator.remind',
        recipient: 'desk@operator.example',
        language: 'fr',
        subject: '',
        text: '',
        state: 'queued',
        createdAt: new Date(Date.UTC(2026, 4, 1, 0, index)),
      })),
    }),
  );
  const first = await readOutbox();
  expect(first.mails).toHaveLength(50);
  expect(first.mails[0]?.createdAt).toBe('2026-05-01T00:59:00.000Z');
  const second = await readOutbox(first.next);
  expect(second.mails).toHaveLength(11);
  expect(second.next).toBeUndefined();
  expect(await readOutboxMail(second.mails.at(-1)?.id ?? '')).toMatchObject({ kind: 'complainant.file' });
});

test('a production instance shows no mail and moves no clock', async () => {
  const { reference } = await fileTestCase();
  setEnv({
    RECOURS_INSTANCE: 'production',
    PUBLIC_URL: 'https://recours.example',
    SMTP_URL: 'smtp://localhost',
    MAIL_FROM: 'recours@recours.example',
  });
  await expect(readOutbox()).rejects.toMatchObject({ code: 'not-found' });
  await expect(ageCase({ reference, days: 3, now: '2026-03-11T09:00:00.000Z' })).rejects.toMatchObject({
    code: 'demonstration-only',
  });
  setEnv({ RECOURS_INSTANCE: 'test' });
});
