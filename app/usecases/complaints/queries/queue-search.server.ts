import { parseReference } from '#app/domain/case/reference.ts';
import { latinDigits } from '#app/domain/shared/text.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import { activeProfile } from '../../profile.server.ts';

/** Up to so many hits are taken as they are; a commoner word is looked for while walking the list. */
const MOST_HITS = 2_000;
/** `complainant_identity.line_tail` keeps so many digits. */
const TAIL = 5;

/** What a search found cases by: their ids, or a query to look for in each lot of the list. */
export type Search =
  | { readonly found: 'reference' | 'mistyped-reference' | 'words'; readonly ids: readonly string[] }
  | { readonly found: 'many'; readonly among: (ids: readonly string[]) => Promise<ReadonlySet<string>> };

/** The digits of a line's number without what stands for the country or the trunk: "+212 6…", "002126…", "06…". */
function subscriberDigits(text: string): string {
  const digits = latinDigits(text).replaceAll(/\D/gu, '').replace(/^0+/, '');
  const country = activeProfile().phoneCountryCode.replace('+', '');
  return digits.startsWith(country) ? digits.slice(country.length) : digits;
}

/** Cases by their line's number, compared by its last digits; null for a text that is none. */
async function casesOfLine(tx: Tx, text: string): Promise<readonly string[] | null> {
  const digits = subscriberDigits(text);
  if (digits.length < TAIL || /\p{L}/u.test(text)) return null;
  const rows = await tx.$queryRaw<{ case_id: string }[]>`
    SELECT i.case_id FROM complainant_identity i WHERE i.line_tail = ${digits.slice(-TAIL)}
      AND regexp_replace(i.line_number, '\\D', '', 'g') LIKE ${`%${digits}`} LIMIT ${MOST_HITS}`;
  return rows.map(row => row.case_id);
}

async function casesByWords(tx: Tx, text: string): Promise<Search> {
  const query = Prisma.sql`websearch_to_tsquery('simple', unaccent(${text}))`;
  const hits = await tx.$queryRaw<{ case_id: string }[]>`
    SELECT case_id FROM find_words(${query}, ${MOST_HITS + 1}::int) AS case_id`;
  if (hits.length <= MOST_HITS) return { found: 'words', ids: hits.map(hit => hit.case_id) };
  const among = async (ids: readonly string[]) => {
    const rows = await tx.$queryRaw<{ case_id: string }[]>`
      SELECT case_id FROM words_among(${[...ids]}::uuid[], ${query}) AS case_id`;
    return new Set(rows.map(row => row.case_id));
  };
  return { found: 'many', among };
}

/** What an operator means by a text: a reference, a line's number, or words of the account. */
export async function searchCases(tx: Tx, text: string): Promise<Search> {
  const line = await casesOfLine(tx, text);
  if (line !== null) return { found: 'words', ids: line };
  const reference = parseReference(text);
  if (reference.ok) {
    const rows = await tx.case.findMany({ where: { reference: reference.reference }, select: { id: true } });
    return { found: 'reference', ids: rows.map(({ id }) => id) };
  }
  if (reference.reason === 'mistyped') return { found: 'mistyped-reference', ids: [] };
  return casesByWords(tx, text);
}
