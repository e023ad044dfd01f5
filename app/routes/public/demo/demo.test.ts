import { expect, test } from 'vitest';
import { setEnv } from '#app/platform/env.server.ts';
import { action, loader } from './demo.tsx';

const PRODUCTION = {
  RECOURS_INSTANCE: 'production',
  PUBLIC_URL: 'https://recours.example',
  SMTP_URL: 'smtp://mail.example',
  MAIL_FROM: 'recours@recours.example',
};

test('a production instance has no page of a demonstration and signs nobody in there', async () => {
  setEnv(PRODUCTION);
  const absent = { data: { code: 'not-found' }, init: { status: 404 } };
  await expect(loader()).rejects.toMatchObject(absent);
  const request = new Request('https://recours.example/demo', {
    method: 'POST',
    body: new URLSearchParams({ email: 'administrator@regulator.example' }),
  });
  const args = { request } as Parameters<typeof action>[0];
  await expect(action(args)).rejects.toMatchObject(absent);
});
