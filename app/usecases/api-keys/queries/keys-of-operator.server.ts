import { type ApiScope, isApiScope } from '#app/domain/access/api-scopes.ts';
import { isSandbox } from '#app/domain/access/sandbox.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { KeyKind } from '../api-key.schema.ts';

export type KeyStanding = 'usable' | 'replaced' | 'expired' | 'revoked';

/** A key as its operator sees it; instants in ISO. */
export interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly kind: KeyKind;
  readonly prefix: string;
  readonly scopes: readonly ApiScope[];
  readonly createdAt: string;
  readonly createdByName: string;
  readonly expiresAt: string;
  readonly standing: KeyStanding;
  readonly lastUsedAt: string | null;
  readonly lastUsedAddress: string | null;
}

/** What a key was used for. */
export interface ListedUse {
  readonly id: string;
  readonly at: string;
  readonly keyName: string;
  readonly operation: string;
  readonly reference: string | null;
  readonly status: number;
  readonly address: string;
}

const MOST_KEYS = 100;
const MOST_USES = 50;

interface Ended {
  readonly revokedAt: Date | null;
  readonly replacedBy: string | null;
  readonly expiresAt: Date;
}

function standingOf({ revokedAt, replacedBy, expiresAt }: Ended, now: string): KeyStanding {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt.toISOString() <= now) return 'expired';
  return replacedBy === null ? 'usable' : 'replaced';
}

/** The keys of an operator, newest first, and their last uses. Row-level security leaves out everybody else's. */
export function keysOfOperator(
  actor: Actor,
  now: string,
): Promise<{ readonly keys: readonly ListedKey[]; readonly uses: readonly ListedUse[] }> {
  return withActor(actor, async tx => {
    const rows = await tx.apiKey.findMany({ orderBy: { createdAt: 'desc' }, take: MOST_KEYS });
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const uses = await tx.apiRequest.findMany({
      where: { keyId: { in: [...names.keys()] } },
      orderBy: { id: 'desc' },
      take: MOST_USES,
    });
    return {
      keys: rows.map(row => ({
        ...{ id: row.id, name: row.name, prefix: row.prefix, createdByName: row.createdByName },
        kind: isSandbox(row.operatorId) ? 'test' : 'live',
        scopes: row.scopes.filter(isApiScope),
        createdAt: row.createdAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        standing: standingOf(row, now),
        lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
        lastUsedAddress: row.lastUsedAddress,
      })),
      uses: uses.map(({ id, keyId, at, operation, reference, status, address }) => ({
        ...{ operation, reference, status, address },
        id: String(id),
        at: at.toISOString(),
        keyName: names.get(keyId) ?? '',
      })),
    };
  });
}
