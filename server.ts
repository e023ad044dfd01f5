import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startDatabase } from '#app/platform/db/start.server.ts';
import { env } from '#app/platform/env.server.ts';
import { log } from '#app/platform/log.server.ts';
import { projectRoot } from '#app/platform/project-root.server.ts';
import { onShutdown, shutDownOnSignals } from '#app/platform/shutdown.server.ts';
import { exitOnFailedStart, StartRefused } from '#app/platform/start-refused.server.ts';
import { prepareInstance } from '#scripts/prepare-instance.ts';

// The web process: npm start.

/** Ten files of 25 MB over a weak mobile network take this long. */
const REQUEST_TIMEOUT_MILLISECONDS = 30 * 60 * 1000;
/** After that, connections that still wait are cut, so that the process ends within ten seconds. */
const FINISH_MILLISECONDS = 4000;

const noSuchAddress = (_port: number, host: string) =>
  `HOST=${host} is no address of this machine.\nExample: HOST=127.0.0.1, or HOST=0.0.0.0 for every interface`;

/** Why a web process can't listen, in words, by the system's code. */
const LISTEN_REFUSALS: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: port =>
    `PORT=${port} cannot be used. Another program listens on port ${port}.\nChoose another one. Example: PORT=${port + 1}`,
  EACCES: port => `PORT=${port} is not open to this account.\nChoose one from 1024 on. Example: PORT=3000`,
  ENOTFOUND: noSuchAddress,
  EADDRNOTAVAIL: noSuchAddress,
};

interface Application {
  readonly app: RequestListener;
  shutDown(milliseconds?: number): Promise<void>;
  /** Closes what lasts as long as a page is open: it would keep the web server from closing. */
  endLiveStreams(): void;
}

try {
  // Libraries choose their build by this variable: it has to be set before the application is loaded.
  process.env.NODE_ENV = env().NODE_ENV;
  shutDownOnSignals();
  const startedIt = await startDatabase({ join: true, mayBeAway: true });
  if (startedIt && env().RECOURS_INSTANCE !== 'production') await prepareInstance();
  await serve();
} catch (error) {
  exitOnFailedStart(error);
}

async function serve(): Promise<void> {
  const { NODE_ENV, PORT, HOST, PUBLIC_URL } = env();
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MILLISECONDS, keepAliveTimeout: 61_000 });
  const { listener, endStreams } = NODE_ENV === 'development' ? await fromSource(server) : await fromBuild();
  server.on('request', listener);
  await listen(server, PORT, HOST);
  onShutdown('the web server', () => close(server));
  onShutdown('the live streams', () => endStreams());
  log.info({ address: PUBLIC_URL, port: PORT, host: HOST }, 'web process ready');
  process.send?.('ready');
}

interface Served {
  readonly listener: RequestListener;
  readonly endStreams: () => unknown;
}

async function fromBuild(): Promise<Served> {
  const build = join(projectRoot(), 'build', 'server', 'index.js');
  if (!existsSync(build))
    throw new StartRefused(`${build} is missing.\nBuild the application first: npm run build`);
  const application: Application = await import(pathToFileURL(build).href);
  onShutdown('the application', () => application.shutDown(1500));
  return { listener: application.app, endStreams: () => application.endLiveStreams() };
}

/** Pages straight from their sources, rebuilt as they change. */
async function fromSource(server: Server): Promise<Served> {
  const { createServer: createVite } = await import('vite');
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server } }, appType: 'custom' });
  const load = () => vite.ssrLoadModule('/app/server/app.ts') as Promise<Application>;
  onShutdown('the development server', () => vite.close());
  onShutdown('the application', async () => (await load()).shutDown(1500));
  const listener: RequestListener = (request, response) => {
    vite.middlewares(request, response, () => {
      load().then(
        application => application.app(request, response),
        error => {
          log.error({ err: error }, 'the application does not load');
          response.writeHead(500, { 'Content-Type': 'text/plain' }).end(String(error));
        },
      );
    });
  };
  return { listener, endStreams: async () => (await load()).endLiveStreams() };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const refusal = LISTEN_REFUSALS[error.code ?? '']?.(port, host);
      reject(refusal === undefined ? error : new StartRefused(refusal));
    });
    server.listen(port, host, resolve);
  });
}

/** Takes no new requests, lets running ones finish, then cuts what is left. */
function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    const cut = setTimeout(() => server.closeAllConnections(), FINISH_MILLISECONDS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
