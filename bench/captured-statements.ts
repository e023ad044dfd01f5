import pg from 'pg';
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

const FRAME = /^(?:BEGIN|COMMIT|ROLLBACK|SELECT count\(set_config)/;

function recorded(query: unknown): Statement | undefined {
  if (typeof query !== 'object' || query === null || !('text' in query)) return undefined;
  const text = String(query.text);
  const values = 'values' in query && Array.isArray(query.values) ? query.values : [];
  return FRAME.test(text) ? undefined : { text, values };
}

/** The statements by which `work` really reads from the database, without the transactions around them. */
export async function recordStatements(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function record(this: pg.Client, ...args: Parameters<typeof query>) {
    const statement = recorded(args[0]);
    if (statement !== undefined) statements.push(statement);
    return query.apply(this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return statements;
}
