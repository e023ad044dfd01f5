import { database } from '#app/platform/db/client.server.ts';

export interface RegisteredOperator {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** The register, by name. It holds no case data, so anybody may read it. */
export function registeredOperators(): Promise<RegisteredOperator[]> {
  return database().operator.findMany({
    select: { id: true, name: true, active: true },
    orderBy: { name: 'asc' },
  });
}
