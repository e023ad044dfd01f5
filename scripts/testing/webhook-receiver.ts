import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface ReceivedWebhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a receiver answers: a status, nothing at all, a refusal in words of its own, or a redirect to an address. */
export type Behaviour =
  | number
  | 'silent'
  | { readonly refuses: string }
  | { readonly redirectTo: string }
  | { readonly endless: true };

export interface WebhookReceiver {
  readonly url: string;
  readonly received: readonly ReceivedWebhook[];
  /** Connections that were made, with or without a request. */
  readonly connections: number;
  behaviour: Behaviour;
  stop(): Promise<void>;
}

function answer(response: ServerResponse, behaviour: Behaviour): void {
  if (behaviour === 'silent') return;
  if (typeof behaviour === 'number') {
    response.writeHead(behaviour, { 'content-type': 'text/plain' }).end(`status ${behaviour}`);
    return;
  }
  if ('refuses' in behaviour) {
    response.writeHead(500).end(behaviour.refuses);
    return;
  }
  if ('redirectTo' in behaviour) {
    response.writeHead(307, { location: behaviour.redirectTo }).end();
    return;
  }
  response.writeHead(200);
  const write = () => {
    while (!response.destroyed && response.write('x'.repeat(16_384)));
  };
  response.on('drain', write);
  write();
}

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** A web server on a free port of a loopback address that keeps what is posted to it. */
export async function startWebhookReceiver(host = '127.0.0.1'): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  const state: { behaviour: Behaviour; connections: number } = { behaviour: 204, connections: 0 };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.once('end', () => {
      received.push({ headers: headersOf(request), body });
      answer(response, state.behaviour);
    });
  });
  server.on('connection', () => {
    state.connections += 1;
  });
  await new Promise<void>(resolve => server.listen(0, host, resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://${host}:${port}/hooks`,
    received,
    get connections() {
      return state.connections;
    },
    get behaviour() {
      return state.behaviour;
    },
    set behaviour(value) {
      state.behaviour = value;
    },
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
