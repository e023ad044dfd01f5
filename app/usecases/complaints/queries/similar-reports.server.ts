import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';

/** Fewer than these are not told: a small number in a small region could be somebody. */
const FEWEST_TOLD = 5;

/** More are not counted. */
const MOST_COUNTED = 10_000;

const HOURS_BACK = 24;

interface Question {
  readonly operatorId: string;
  readonly service: string;
  /** ISO 3166-2. */
  readonly region: string;
  /** ISO instant. */
  readonly now: string;
}

/**
 * How many others have filed about the same operator and service in the same region in the last 24 hours; null when
 * there are few. Only the number leaves the database.
 */
export async function countSimilarReports({
  operatorId,
  service,
  region,
  now,
}: Question): Promise<number | null> {
  const [row] = await withActor(
    SYSTEM,
    tx => tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (
        SELECT 1 FROM "case"
        WHERE operator_id = ${operatorId} AND service = ${service} AND region = ${region}
          AND filed_at > ${now}::timestamptz - make_interval(hours => ${HOURS_BACK}::int)
          AND filed_at <= ${now}::timestamptz
          AND state NOT IN ('withdrawn', 'inadmissible')
        LIMIT ${MOST_COUNTED}) AS reported`,
  );
  const count = row?.count ?? 0;
  return count < FEWEST_TOLD ? null : count;
}
