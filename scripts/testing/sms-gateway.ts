import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ReceivedSms {
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface TestSmsGateway {
  /** For SMS_URL. */
  readonly url: string;
  readonly received: readonly ReceivedSms[];
  /** How the next requests are answered: a status, or 'never'. */
  answer: number | 'never';
  stop(): Promise<void>;
}

/** An SMS gateway on a free port of 127.0.0.1 that keeps what it is sent and answers as it is told. */
export async function startTestSmsGateway(): Promise<TestSmsGateway> {
  const received: ReceivedSms[] = [];
  const state: { answer: number | 'never' } = { answer: 202 };
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    received.push({ headers: request.headers, body: JSON.parse(text) });
    if (state.answer !== 'never') response.writeHead(state.answer).end('{"detail":"as told"}');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    received,
    get answer() {
      return state.answer;
    },
    set answer(value) {
      state.answer = value;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
