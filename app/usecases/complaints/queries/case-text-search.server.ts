import { parseReference } from '#app/domain/case/reference.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';

/** Up to so many hits are taken as candidates; a commoner word is looked for while walking the cases by date. */
const CANDIDATES = 2_000;

/** How a text narrows a list: a condition on its lines (alias `c`), and what a page should say of it. */
export interface TextCondition {
  readonly condition: Prisma.Sql;
  readonly found: 'reference' | 'mistyped-reference' | 'words' | 'many';
}

/**
 * The condition for a reference or for words of the complainant's account, accents and case apart. A rare word
 * is looked up in the text index first: left to itself, the planner walks the cases by date until it has a page
 * full, and so through all of them. For a common word that walk is the short way.
 */
export async function textCondition(tx: Tx, text: string): Promise<TextCondition> {
  const reference = parseReference(text);
  if (reference.ok)
    return { condition: Prisma.sql`c.reference = ${reference.reference}`, found: 'reference' };
  if (reference.reason === 'mistyped') return { condition: Prisma.sql`false`, found: 'mistyped-reference' };
  const query = Prisma.sql`websearch_to_tsquery('simple', unaccent(${text}))`;
  const hits = await tx.$queryRaw<{ case_id: string }[]>`
    SELECT case_id FROM find_words(${query}, ${CANDIDATES + 1}::int) AS case_id`;
  if (hits.length <= CANDIDATES) {
    const ids = hits.map(hit => hit.case_id);
    return { condition: Prisma.sql`c.case_id = ANY(${ids}::uuid[])`, found: 'words' };
  }
  return { condition: Prisma.sql`has_words(c.case_id, ${query})`, found: 'many' };
}
