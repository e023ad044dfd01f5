import { sandboxOf } from '#app/domain/access/sandbox.ts';
import { database } from '#app/platform/db/client.server.ts';

export interface RegisteredOperator {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** The register, by name and without sandboxes. It holds no case data, so anybody may read it. */
export function registeredOperators(): Promise<RegisteredOperator[]> {
  return database().operator.findMany({
    where: { NOT: { id: { startsWith: sandboxOf('') } } },
    select: { id: true, name: true, active: true },
    orderBy: { name: 'asc' },
  });
}
