import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { CaseFilter } from '../case-filter.schema.ts';
import { allOf, caseConditions } from './case-conditions.server.ts';
import { textCondition } from './case-text-search.server.ts';
import { linesFor } from './charged-cases.server.ts';
import { type ListPlace, permittedFilter, walkFrom } from './regulator-cases.server.ts';

const Found = z.array(z.object({ reference: z.string() })).max(1);

interface NeighbourQuestion {
  readonly actor: Actor;
  readonly filter: CaseFilter;
  /** The case whose neighbours are asked for; it need not (or no longer) be in the list itself. */
  readonly of: { readonly id: string; readonly filedAt: string };
  /** ISO instant. */
  readonly now: string;
}

/** References of the cases beside one in a list; null at the list's ends. */
export interface NeighbourCases {
  readonly previous: string | null;
  readonly next: string | null;
}

async function nearest(
  tx: Tx,
  where: Prisma.Sql,
  { place, filter }: { readonly place: ListPlace; readonly filter: CaseFilter },
): Promise<string | null> {
  const { beyond, orderBy } = walkFrom(place, filter.order);
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT c.reference FROM ${linesFor(filter)} WHERE ${where} AND c.case_id <> ${place.id}::uuid ${beyond} ${orderBy} LIMIT 1`;
  return Found.parse(rows)[0]?.reference ?? null;
}

/**
 * The cases before and after one in a list. They are found by the case's own place, so that the next one is still
 * known when a command has just taken the case out of the list, as a decision does with the list of those to decide.
 */
export function neighbourCases({ actor, filter, of, now }: NeighbourQuestion): Promise<NeighbourCases> {
  return withActor(actor, async tx => {
    const permitted = permittedFilter(actor, filter);
    const words = permitted.text === undefined ? [] : [(await textCondition(tx, permitted.text)).condition];
    const where = allOf([...caseConditions(permitted, now), ...words]);
    const beside = (direction: ListPlace['direction']) =>
      nearest(tx, where, {
        place: { direction, filedAt: of.filedAt, id: of.id },
        filter: permitted,
      });
    return { previous: await beside('before'), next: await beside('after') };
  });
}
