import { data } from 'react-router';
import { env } from '#app/platform/env.server.ts';

/** Previews exist where pages are made and tested, and nowhere else. */
export function requirePreviews(): null {
  const { NODE_ENV, RECOURS_INSTANCE } = env();
  if (NODE_ENV !== 'development' && RECOURS_INSTANCE !== 'test') {
    throw data({ code: 'not-found' }, { status: 404 });
  }
  return null;
}
