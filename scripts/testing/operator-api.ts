import { randomUUID } from 'node:crypto';
import type { ApiScope } from '#app/domain/access/api-scopes.ts';
import { API_SCOPES } from '#app/domain/access/api-scopes.ts';
import { CLIENT_ADDRESS_HEADER } from '#app/platform/http/client-address.ts';
import * as one from '#app/routes/api/v1/operator/case.ts';
import * as list from '#app/routes/api/v1/operator/cases.ts';
import * as command from '#app/routes/api/v1/operator/command.ts';
import * as evidence from '#app/routes/api/v1/operator/evidence.ts';
import * as messages from '#app/routes/api/v1/operator/messages.ts';
import { makeKey, type ShownKey } from '#app/usecases/api-keys/make-key.server.ts';

export const DESK_ADMINISTRATOR = {
  role: 'liaison',
  id: 'desk-administrator',
  name: 'Nadia',
  organisation: 'maroc-telecom',
} as const;

interface TestKey {
  readonly operatorId?: string;
  readonly kind?: 'live' | 'test';
  readonly scopes?: readonly ApiScope[];
  /** ISO instant. */
  readonly now?: string;
}

/** A key as an administrator of the desk makes it. */
export function makeTestKey({ operatorId, kind = 'live', scopes, now }: TestKey = {}): Promise<ShownKey> {
  return makeKey({
    actor: { ...DESK_ADMINISTRATOR, organisation: operatorId ?? DESK_ADMINISTRATOR.organisation },
    values: { name: 'CRM', kind, scopes: scopes ?? [...API_SCOPES], days: '30' },
    now: now ?? new Date().toISOString(),
  });
}

export interface Sent {
  readonly key?: string | undefined;
  readonly method?: string;
  /** A text is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
  /** Leaves the Idempotency-Key out. */
  readonly keyless?: boolean;
}

type Handler = (args: never) => Promise<Response>;

interface Route {
  readonly loader: Handler;
  readonly action: Handler;
}

const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [/^cases$/, list],
  [/^cases\/(?<reference>[^/]+)$/, one],
  [/^cases\/(?<reference>[^/]+)\/messages$/, messages],
  [/^cases\/(?<reference>[^/]+)\/(?<command>[^/]+)$/, command],
  [/^evidence\/(?<evidenceId>[^/]+)$/, evidence],
];

const ORIGIN = 'http://localhost';

/** A request as a client sends it; a writing one brings an Idempotency-Key unless its headers say otherwise. */
function requestOf(path: string, sent: Sent): Request {
  const { key, method = 'GET', body, headers = {}, address, keyless = false } = sent;
  const writes = method === 'POST';
  return new Request(`${ORIGIN}/api/v1/operator/${path}`, {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(writes ? { 'content-type': 'application/json' } : {}),
      ...(writes && !keyless ? { 'idempotency-key': randomUUID() } : {}),
      [CLIENT_ADDRESS_HEADER]: address ?? '192.0.2.1',
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** Asks the operator's API as the server does, without the server: `path` is what follows /api/v1/operator/. */
export function ask(path: string, sent: Sent = {}): Promise<Response> {
  const request = requestOf(path, sent);
  const { pathname } = new URL(request.url);
  const below = pathname.slice('/api/v1/operator/'.length);
  for (const [pattern, route] of ROUTES) {
    const match = pattern.exec(below);
    if (match === null) continue;
    const handler = request.method === 'GET' ? route.loader : route.action;
    return handler({ request, params: { ...match.groups } } as never);
  }
  throw new Error(`no such address: ${path}`);
}
