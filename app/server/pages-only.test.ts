import { once } from 'node:events';
import { request as ask } from 'node:http';
import express from 'express';
import { expect, test } from 'vitest';
import { pagesOnly } from './pages-only.ts';

async function reached(paths: readonly string[]): Promise<readonly string[]> {
  const app = express().use(pagesOnly(), (request, response) => void response.send(request.originalUrl));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const answers: string[] = [];
  for (const path of paths) {
    const sent = ask({ port, path, host: '127.0.0.1' }).end();
    const [response] = await once(sent, 'response');
    answers.push((await response.toArray()).join(''));
  }
  server.close();
  return answers;
}

test('what no page links to leads nowhere: data without its page, the map of routes, a NUL', async () => {
  const hostile = [
    '/regulator.data',
    '/track/case.data?_routes=root',
    '/__manifest?p=/operator',
    '/track?x=%00',
  ];
  expect(new Set(await reached(hostile))).toEqual(new Set(['/not-found']));
  expect(await reached(['/track?x=a.data', '/operator/performance.csv'])).toEqual([
    '/track?x=a.data',
    '/operator/performance.csv',
  ]);
});
