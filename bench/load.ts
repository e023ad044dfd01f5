import { Agent, request } from 'node:http';

/** One request to repeat; `body` gives its pieces, new ones for each request. */
export interface Shot {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: () => readonly Buffer[];
  readonly expectedStatus: number;
}

export interface Volley {
  /** Requests under way at any time, each on a connection that is kept. */
  readonly clients: number;
  readonly seconds: number;
  readonly maxRequests: number;
}

/** What a volley took. Latencies in milliseconds, in rising order. */
export interface Timing {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

function fire(agent: Agent, port: number, shot: Shot): Promise<void> {
  return new Promise((resolve, reject) => {
    const { method, path, headers } = shot;
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, response => {
      let failure = '';
      const wanted = response.statusCode === shot.expectedStatus;
      response.on('data', (chunk: Buffer) => {
        if (!wanted) failure += chunk.toString();
      });
      response.once('end', () => {
        if (wanted) resolve();
        else
          reject(new Error(`${method} ${path} answered ${response.statusCode}: ${failure.slice(0, 2000)}`));
      });
      response.once('error', reject);
    });
    sent.once('error', reject);
    for (const piece of shot.body?.() ?? []) sent.write(piece);
    sent.end();
  });
}

/** Fires at a port of this machine until time or requests run out. @throws on the first unexpected answer */
export async function volley(
  port: number,
  shot: () => Shot,
  { clients, seconds, maxRequests }: Volley,
): Promise<Timing> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const latencies: number[] = [];
  let left = maxRequests;
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const client = async () => {
    while (left > 0 && performance.now() < end) {
      left -= 1;
      const start = performance.now();
      await fire(agent, port, shot());
      latencies.push(performance.now() - start);
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    agent.destroy();
  }
  const took = (performance.now() - begin) / 1000;
  return { perSecond: latencies.length / took, latencies: latencies.sort((a, b) => a - b) };
}

/** The latency under which the given share of the requests stayed, in milliseconds. */
export function percentile(latencies: readonly number[], share: number): number {
  return latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN;
}
