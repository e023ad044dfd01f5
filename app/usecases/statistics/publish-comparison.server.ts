import { randomUUID } from 'node:crypto';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { mediansOf } from './comparison.ts';
import type { FiguresFilter } from './figures-filter.schema.ts';
import { readFigures } from './queries/read-figures.server.ts';

/**
 * An administrator publishes to operators the medians of a period, over all categories and regions.
 * @param now ISO instant
 * @throws AppError forbidden for everybody else; command-not-permitted while there are too few operators to compare
 */
export async function publishComparison(
  actor: Actor,
  { from, to }: Pick<FiguresFilter, 'from' | 'to'>,
  now: string,
): Promise<void> {
  if (actor.role !== 'administrator') throw new AppError('forbidden');
  const found = mediansOf(await readFigures(actor, { from, to }, now));
  if (found === null) throw new AppError('command-not-permitted');
  const period = { fromDay: new Date(from), toDay: new Date(to) };
  const by = { publishedAt: new Date(now), publishedBy: actor.name ?? '' };
  await withActor(actor, tx =>
    tx.publishedComparison.create({ data: { id: randomUUID(), ...period, ...found, ...by } }),
  );
}
