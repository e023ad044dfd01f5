import {
  allowInsecureRequests,
  ClientSecretBasic,
  type Configuration,
  customFetch,
  discovery,
} from 'openid-client';
import { z } from 'zod';
import { DESK_ROLES, type DeskRole } from '#app/domain/access/desk-roles.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { openSealedText, sha256 } from '#app/platform/crypto.server.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { OperatorSignIn } from '#app/platform/db/generated/client.ts';
import { env } from '#app/platform/env.server.ts';
import { guardedFetch } from '#app/platform/webhooks/guarded-fetch.server.ts';
import { outgoingRules } from '../service/outgoing-rules.server.ts';

/** An operator's identity provider, with its secret opened. */
export interface Provider {
  readonly operatorId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly roleClaim: string;
  readonly roleMap: Readonly<Record<string, DeskRole>>;
  readonly admission: 'invited' | 'domain';
  /** Domains that the regulator has approved for this operator. */
  readonly domains: readonly string[];
}

const RoleMap = z.record(z.string(), z.enum(DESK_ROLES));

/** Milliseconds for which what a provider says of itself is believed. */
const DISCOVERY_MILLISECONDS = 10 * 60_000;

/** Where providers send people back to: registered there, the same for every operator. */
export function callbackAddress(): string {
  return `${env().PUBLIC_URL}/sign-in/organisation/callback`;
}

export function providerFrom(row: OperatorSignIn, domains: readonly string[]): Provider {
  return {
    ...row,
    clientSecret: openSealedText(row.clientSecret),
    roleMap: RoleMap.parse(row.roleMap),
    admission: row.admission === 'domain' ? 'domain' : 'invited',
    domains,
  };
}

/** The provider that an operator has switched on; null when there is none. */
export async function providerOf(operatorId: string): Promise<Provider | null> {
  return withActor(SYSTEM, async tx => {
    const row = await tx.operatorSignIn.findFirst({ where: { operatorId, enabled: true } });
    if (row === null) return null;
    const domains = await tx.operatorDomain.findMany({ where: { operatorId, approvedAt: { not: null } } });
    return providerFrom(
      row,
      domains.map(({ domain }) => domain),
    );
  });
}

/** The operator for which the regulator has approved a domain; null when there is none. */
export async function operatorOfDomain(domain: string): Promise<string | null> {
  const found = await withActor(SYSTEM, tx =>
    tx.operatorDomain.findFirst({ where: { domain, approvedAt: { not: null } } }),
  );
  return found?.operatorId ?? null;
}

const discovered = new Map<
  string,
  { readonly until: number; readonly configuration: Promise<Configuration> }
>();

type Client = Pick<Provider, 'issuer' | 'clientId' | 'clientSecret'>;

/** Requests go to an address that an operator chose: never into a private network in production. */
async function discover({ issuer, clientId, clientSecret }: Client): Promise<Configuration> {
  const rules = outgoingRules();
  return discovery(new URL(issuer), clientId, undefined, ClientSecretBasic(clientSecret), {
    [customFetch]: (url, options) => guardedFetch(url, options, rules),
    execute: rules.plain ? [allowInsecureRequests] : [],
    timeout: rules.timeout / 1000,
  });
}

/**
 * What a provider says of itself, kept for ten minutes. @throws what the library or the way there throws
 */
export async function configurationOf(client: Client): Promise<Configuration> {
  const key = sha256(JSON.stringify([client.issuer, client.clientId, client.clientSecret]));
  const known = discovered.get(key);
  if (known !== undefined && known.until > Date.now()) return known.configuration;
  const configuration = discover(client);
  discovered.set(key, { until: Date.now() + DISCOVERY_MILLISECONDS, configuration });
  configuration.catch(() => discovered.delete(key));
  return configuration;
}
