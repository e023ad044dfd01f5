import pg from 'pg';
import { env } from '#app/platform/env.server.ts';

/** Reads rows of one frozen state of the database. */
export interface Snapshot {
  rows<T extends pg.QueryResultRow>(statement: string, values?: readonly unknown[]): Promise<T[]>;
}

/**
 * Runs `work` on one unchanging view of all cases, as the system, however long it takes and whatever is filed
 * meanwhile: what is compared belongs to the same moment.
 */
export async function withSnapshot<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: env().DATABASE_APP_URL,
    application_name: 'recours-verification',
  });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query("SELECT set_config('app.role', 'system', true)");
    return await work({
      rows: async (statement, values = []) => (await client.query(statement, [...values])).rows,
    });
  } finally {
    await client.end();
  }
}

/** The head of a case's row. */
export interface CaseHead {
  readonly id: string;
  readonly reference: string;
  readonly lastSeq: number;
  readonly lastHash: string;
}

/** Cases checked at once. */
const BATCH = 200;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** All cases in batches, by their ids. */
export async function* casesOf(snapshot: Snapshot): AsyncGenerator<readonly CaseHead[]> {
  let after = FIRST_ID;
  for (;;) {
    const heads = await snapshot.rows<CaseHead>(
      `SELECT id, reference, last_seq AS "lastSeq", last_hash AS "lastHash"
       FROM "case" WHERE id > $1 ORDER BY id LIMIT ${BATCH}`,
      [after],
    );
    if (heads.length === 0) return;
    yield heads;
    after = heads.at(-1)?.id ?? after;
  }
}
