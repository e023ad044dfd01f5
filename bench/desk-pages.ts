import type { Actor } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { Prisma } from '#app/platform/db/generated/client.ts';
import {
  PAGE_SIZE,
  type QueuePlace,
  readQueuePlace,
} from '#app/usecases/complaints/queries/operator-queue.server.ts';
import { deskConditions } from '#app/usecases/complaints/queries/queue-conditions.server.ts';
import { type QueueFilter, queueAddress, sortOf } from '#app/usecases/complaints/queue-filter.schema.ts';
import { deskPage } from '#app/usecases/desk/queries/desk-page.server.ts';
import { recordStatements, type Statement } from './captured-statements.ts';
import { queueOperator } from './page-statements.ts';

/** A page of the desk that is measured. */
interface DeskPage {
  readonly title: string;
  readonly filter: QueueFilter;
  /** The page by number, from 1; reached by its place, as somebody who walked there. */
  readonly number: number;
}

const FILTERED: QueueFilter = { show: 'open', category: 'billing', urgent: '1' };
const HUNDREDTH = 100;

export const DESK_PAGES: Readonly<Record<string, DeskPage>> = {
  first: { title: 'first page', filter: { show: 'open' }, number: 1 },
  hundredth: { title: 'hundredth page', filter: { show: 'open' }, number: HUNDREDTH },
  filtered: { title: 'first page, two filters', filter: FILTERED, number: 1 },
  'hundredth-filtered': {
    title: 'hundredth page, one filter, newest first',
    filter: { show: 'open', category: 'billing', sort: 'newest' },
    number: HUNDREDTH,
  },
  // Nothing fits all of them, so that the whole of the queue has to be looked through.
  'nothing-found': {
    title: 'filters that fit no case',
    filter: { show: 'open', category: 'billing', source: 'api', urgent: '1', assignee: 'nobody' },
    number: 1,
  },
  mine: { title: 'first page of one person’s cases', filter: { show: 'open', assignee: 'me' }, number: 1 },
  words: { title: 'search for common words', filter: { show: 'all', text: 'invoice option' }, number: 1 },
  'words-filtered': {
    title: 'search for common words, two filters',
    filter: { show: 'all', text: 'invoice option', state: 'served', service: 'mobile' },
    number: 1,
  },
  line: { title: 'search for a line’s number', filter: { show: 'all', text: '06 12 34 56 78' }, number: 1 },
  all: { title: 'hundredth page of all cases', filter: { show: 'all' }, number: HUNDREDTH },
};

/** Who asks, in the floor as in the application. */
export const DESK_LIAISON = 'desk-of-the-benchmark@bench.example';

function liaison(id = ''): Actor {
  return { role: 'liaison', id, name: 'Bench', organisation: queueOperator() };
}

function keyOf(filter: QueueFilter): Prisma.Sql {
  return sortOf(filter) === 'due' ? Prisma.sql`d.due_at` : Prisma.sql`d.filed_at`;
}

/** Where a page begins. */
async function placeOf({ filter, number }: DeskPage, now: string): Promise<QueuePlace | null> {
  if (number === 1) return null;
  const key = keyOf(filter);
  const direction = Prisma.raw(sortOf(filter) === 'newest' ? 'DESC' : 'ASC');
  const rows = await withActor(
    liaison(),
    tx =>
      tx.$queryRaw<{ place: string }[]>`
      SELECT to_char(nullif(${key}, 'infinity') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '~' || d.case_id AS place
      FROM desk_case d WHERE ${deskConditions(filter, { actor: liaison(), now })}
      ORDER BY ${key} ${direction}, d.case_id ${direction} OFFSET ${(number - 1) * PAGE_SIZE - 1} LIMIT 1`,
  );
  return readQueuePlace(new URLSearchParams({ after: rows[0]?.place ?? '' }));
}

/** The address of a page. @throws when the list isn't as long as that */
export async function deskAddress(page: DeskPage, now: string): Promise<string> {
  const place = await placeOf(page, now);
  if (place === null && page.number > 1) throw new Error(`${page.title}: there are too few cases`);
  return queueAddress(page.filter, place === null ? {} : { after: `${place.at ?? ''}~${place.id}` });
}

/** What a page reads, for the floor. */
export async function deskStatements(name: string): Promise<readonly Statement[]> {
  const page = DESK_PAGES[name];
  if (page === undefined) throw new Error(`There is no page ${name}`);
  const now = new Date().toISOString();
  const [id = ''] = (
    await withActor(liaison(), tx =>
      tx.user.findMany({ where: { email: DESK_LIAISON }, select: { id: true } }),
    )
  ).map(user => user.id);
  const place = await placeOf(page, now);
  const read = () => deskPage({ actor: liaison(id), filter: page.filter, place, now }, false);
  const statements = await recordStatements(read);
  // The application counts when a case has changed, not for each page; so does the floor.
  return statements.filter(({ text }) => !text.includes('AS unassigned'));
}
