import { join } from 'node:path';
import express, { type Router } from 'express';
import { projectRoot } from '#app/platform/project-root.server.ts';

/** What the build wrote for browsers: names under /assets change with their content, the others don't. */
export function staticFiles(): Router {
  const client = join(projectRoot(), 'build', 'client');
  const router = express.Router();
  router.use(
    '/assets',
    express.static(join(client, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      fallthrough: false,
    }),
  );
  router.use(express.static(client, { maxAge: '1h', index: false, dotfiles: 'ignore' }));
  return router;
}
