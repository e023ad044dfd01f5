import type { RequestHandler } from 'express';
import { env } from '#app/platform/env.server.ts';

const ONE_YEAR_SECONDS = 31_536_000;

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'self'",
  'frame-ancestors': "'none'",
  'form-action': "'self'",
};

/** Vite's development server injects its client, styles and a socket into the page. */
const DEVELOPMENT_POLICY = {
  ...POLICY,
  'script-src': "'self' 'unsafe-inline'",
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' ws:",
};

/** Headers of every answer; a route that needs a stricter policy (a viewed file) adds its own to it. */
export function securityHeaders(): RequestHandler {
  const { NODE_ENV, PUBLIC_URL } = env();
  const policy = NODE_ENV === 'development' ? DEVELOPMENT_POLICY : POLICY;
  const headers: Record<string, string> = {
    'Content-Security-Policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources}`)
      .join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  if (NODE_ENV === 'production' && PUBLIC_URL.startsWith('https:')) {
    headers['Strict-Transport-Security'] = `max-age=${ONE_YEAR_SECONDS}`;
  }
  return (_request, response, next) => {
    response.set(headers);
    next();
  };
}
