import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';

/** Small enough that a transaction takes a fraction of a second. */
const CASES_AT_ONCE = 200;

/**
 * Makes the accounts searchable whose words an import left for later. Safe beside another run.
 * @returns how many it made
 */
export async function makeMissingWords(): Promise<number> {
  for (let made = 0; ; ) {
    const batch = await withActor(SYSTEM, async tx => {
      const [row] = await tx.$queryRaw<
        { count: number }[]
      >`SELECT make_words(${CASES_AT_ONCE}::int) AS count`;
      return row?.count ?? 0;
    });
    made += batch;
    if (batch === 0) return made;
  }
}
