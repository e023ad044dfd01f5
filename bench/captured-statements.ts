import type { Tx } from '#app/platform/db/client.server.ts';

/** A statement as it reaches the database. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * The statements that `work` sends by raw SQL, without sending them: the floor runs the same ones. What it returns
 * must not depend on their results.
 */
export async function captureStatements(work: (tx: Tx) => Promise<unknown>): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const recorder = {
    $queryRawUnsafe: async (text: string, ...values: unknown[]) => {
      statements.push({ text, values });
      return [];
    },
  };
  await work(recorder as unknown as Tx);
  return statements;
}
