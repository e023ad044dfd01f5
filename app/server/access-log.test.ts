import { once } from 'node:events';
import express from 'express';
import { expect, test, vi } from 'vitest';
import { log } from '#app/platform/log.server.ts';
import { accessLog } from './access-log.ts';

test('a link with a token, a form with a code and a cookie leave only the path in the log', async () => {
  const logged = vi.spyOn(log, 'info');
  const app = express()
    .use(accessLog())
    .use((_request, response) => void response.send('ok'));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await fetch(`http://127.0.0.1:${port}/track/new-code?token=secret-token`, {
    method: 'POST',
    headers: { cookie: 'recours_receipt=secret-cookie', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'reference=MA-2026-7K3F-9QXM-T&code=7K3F-9QXM-T2AB-0CDE',
  });
  await vi.waitFor(() => expect(logged).toHaveBeenCalled(), { timeout: 10_000 });
  server.close();
  const written = JSON.stringify(logged.mock.calls);
  expect(written).toContain('/track/new-code');
  for (const secret of ['secret', '7K3F', 'code=']) expect(written).not.toContain(secret);
});
