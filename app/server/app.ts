import { createRequestHandler } from '@react-router/express';
import compression from 'compression';
import express, { type Express } from 'express';
import { env } from '#app/platform/env.server.ts';
import { accessLog } from './access-log.ts';
import { clientAddress } from './client-address.ts';
import { faults } from './faults.ts';
import { sameSiteOnly } from './same-site-only.ts';
import { securityHeaders } from './security-headers.ts';
import { staticFiles } from './static-files.ts';

export { shutDown } from '#app/platform/shutdown.server.ts';

// The server build's entry: Express and the pages share one copy of every module, so that the pools that pages
// open are the ones that server.ts closes through `shutDown`.

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
  app.use(sameSiteOnly());
  app.use(clientAddress());
  app.use(createRequestHandler({ build: () => import('virtual:react-router/server-build'), mode: NODE_ENV }));
  app.use(faults);
  return app;
}

export const app = createApp();
