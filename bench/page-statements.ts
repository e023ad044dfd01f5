import { readPublicPage } from '#app/usecases/collective/queries/public-pages.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { readFiguresFilter } from '#app/usecases/statistics/figures-filter.schema.ts';
import { readFigures } from '#app/usecases/statistics/queries/read-figures.server.ts';
import { recordStatements, type Statement } from './captured-statements.ts';

/** The operator whose queue is measured: the largest one. */
export function queueOperator(): string {
  const [largest] = activeProfile().operators.toSorted((a, b) => b.subscribers - a.subscribers);
  if (largest === undefined) throw new Error('The profile has no operator');
  return largest.id;
}

/** What the figures of the usual period read. */
export function figuresStatements(now: string): Promise<readonly Statement[]> {
  const profile = activeProfile();
  const actor = { role: 'analyst', id: 'bench', name: 'Bench', organisation: null } as const;
  const filter = readFiguresFilter(new URLSearchParams(), { profile, operators: [] }, now);
  return recordStatements(() => readFigures(actor, filter, now));
}

/** The address of the measured collective complaint. */
export const BENCH_COLLECTIVE = 'collective-of-the-benchmark';

/** What a collective complaint's public page reads. */
export function collectiveStatements(): Promise<readonly Statement[]> {
  return recordStatements(() => readPublicPage(BENCH_COLLECTIVE));
}
