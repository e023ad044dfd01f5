import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameSiteOnly } from './same-site-only.ts';
import { securityHeaders } from './security-headers.ts';

let server: Server;
let origin: string;

beforeAll(async () => {
  const app = express();
  app.use(securityHeaders(), sameSiteOnly(), (_request, response) => {
    response.send('done');
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});

afterAll(() => server.close());

async function post(headers: Record<string, string>, path = '/complaint/new'): Promise<number> {
  return (await fetch(`${origin}${path}`, { method: 'POST', headers, redirect: 'manual' })).status;
}

describe('a form', () => {
  it('is taken from our own pages, from old browsers and from programs', async () => {
    expect(await post({ Origin: origin })).toBe(200);
    expect(await post({ Origin: 'http://localhost:3000' })).toBe(200);
    expect(await post({})).toBe(200);
  });

  it('is refused from another website, an unnamed one and a neighbouring host', async () => {
    expect(await post({ Origin: 'https://evil.example' })).toBe(403);
    expect(await post({ Origin: 'null' })).toBe(403);
    expect(await post({ Origin: origin.replace('127.0.0.1', 'other.127.0.0.1') })).toBe(403);
  });

  it('is taken by the API from anywhere as long as no cookie comes with it', async () => {
    expect(await post({ Origin: 'https://app.example' }, '/api/v1/complaints')).toBe(200);
    expect(await post({ Origin: 'https://app.example', Cookie: 'session=1' }, '/api/v1/complaints')).toBe(
      403,
    );
  });
});

describe('every answer', () => {
  it('allows no script, frame or form but our own, and no guessing of types', async () => {
    const { headers } = await fetch(origin);
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Strict-Transport-Security')).toBeNull();
  });
});
