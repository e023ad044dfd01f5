import { createRequestHandler } from '@react-router/express';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { env } from '#app/platform/env.server.ts';
import { accessLog } from './access-log.ts';
import { clientAddress } from './client-address.ts';
import { faults } from './faults.ts';
import { pagesOnly } from './pages-only.ts';
import { rulesInForce } from './rules-in-force.ts';
import { sameSiteOnly } from './same-site-only.ts';
import { securityHeaders } from './security-headers.ts';
import { staticFiles } from './static-files.ts';
import { uploads } from './uploads.ts';

export { endLiveStreams } from '#app/platform/http/live-streams.server.ts';
export { shutDown } from '#app/platform/shutdown.server.ts';

// The server build's entry: Express and the pages share one copy of every module, so that the pools that pages
// open are the ones that server.ts closes through `shutDown`.

const loadPages = () => import('virtual:react-router/server-build');

/** Given a function, React Router works out all routes anew at every request: only development needs that. */
function pages(mode: string): RequestHandler {
  if (mode === 'development') return createRequestHandler({ build: loadPages, mode });
  // `sameSiteOnly` has asked where a form comes from. The framework asks again and compares with the Host that reached
  // it, which a proxy in front may have changed.
  const allowedActionOrigins = [new URL(env().PUBLIC_URL).host];
  let handler: Promise<RequestHandler> | undefined;
  return (request, response, next) => {
    handler ??= loadPages().then(build =>
      createRequestHandler({ build: { ...build, allowedActionOrigins }, mode }),
    );
    handler.then(handle => handle(request, response, next)).catch(next);
  };
}

function createApp(): Express {
  const { NODE_ENV, TRUST_PROXY } = env();
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  if (TRUST_PROXY > 0) app.set('trust proxy', TRUST_PROXY);
  app.use(accessLog());
  app.use(securityHeaders());
  app.use(compression());
  if (NODE_ENV !== 'development') app.use(staticFiles());
  app.use(rulesInForce());
  app.use(sameSiteOnly());
  app.use(clientAddress());
  app.use(uploads());
  app.use(pagesOnly());
  app.use(pages(NODE_ENV));
  app.use(faults);
  return app;
}

export const app = createApp();
