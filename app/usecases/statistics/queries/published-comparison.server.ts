import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import type { PlainDate } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { Comparison } from '../comparison.ts';

const figure = z.number().nullable();
const MEDIANS = z.object({
  // Medians that were published before this figure was counted lack it.
  deadlinesMet: figure.default(null),
  inTime: figure,
  medianDays: figure,
  disputedShare: figure,
  rate: figure,
}) satisfies z.ZodType<Comparison>;

/** What the regulator last published of the market. */
export interface PublishedMedians {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly operators: number;
  readonly medians: Comparison;
  readonly publishedAt: string;
}

/** The medians published last; null before the first. */
export async function publishedMedians(actor: Actor): Promise<PublishedMedians | null> {
  const row = await withActor(actor, tx =>
    tx.publishedComparison.findFirst({ orderBy: { publishedAt: 'desc' } }),
  );
  if (row === null) return null;
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return {
    from: day(row.fromDay),
    to: day(row.toDay),
    operators: row.operators,
    medians: MEDIANS.parse(row.medians),
    publishedAt: row.publishedAt.toISOString(),
  };
}
