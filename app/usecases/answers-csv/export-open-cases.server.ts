import { stringify } from 'csv-stringify/sync';
import { visibleTo } from '#app/domain/access/visibility.ts';
import { issuesToAnswer } from '#app/domain/case/dispute.ts';
import type { RecordedEvent } from '#app/domain/case/events.ts';
import type { Actor } from '#app/domain/case/states.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { WAITING_STATES } from '../complaints/queue-filter.schema.ts';
import { activeProfile } from '../profile.server.ts';
import { COLUMNS } from './columns.ts';

/** Cases in one file: what a spreadsheet opens at once. */
const MOST_CASES = 2_000;

const NAMED = ['answered', 'disputed'];

function openCases(actor: Actor & { readonly organisation: string }) {
  return withActor(actor, tx =>
    tx.case.findMany({
      where: { operatorId: actor.organisation, state: { in: [...WAITING_STATES] } },
      orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      take: MOST_CASES,
      select: {
        ...{ reference: true, version: true, state: true, dueAt: true, issues: true },
        statement: { select: { narrative: true } },
        identity: { select: { name: true, lineNumber: true } },
        events: { where: { type: { in: NAMED } }, orderBy: { seq: 'asc' } },
      },
    }),
  );
}

type OpenCase = Awaited<ReturnType<typeof openCases>>[number];

function rowsOf({ reference, version, state, dueAt, issues, statement, identity, events }: OpenCase) {
  const { timeZone } = activeProfile();
  const seen = visibleTo('liaison', { narrative: statement?.narrative, identity });
  const known = {
    ...{ reference, version, state },
    due: dueAt === null ? '' : localDateOf(dueAt.toISOString(), timeZone),
    customer: seen.identity?.name,
    line: seen.identity?.lineNumber,
    account: seen.narrative,
  };
  const logged = events as unknown as readonly Pick<RecordedEvent, 'type' | 'payload'>[];
  return issuesToAnswer(logged, issues).map(issue => ({ ...known, issue }));
}

/**
 * The operator's open cases as CSV, one row an issue that waits for an answer, with empty columns for the answer. What
 * a spreadsheet would take for a formula is a text, and the byte order mark tells it the alphabet.
 */
export async function exportOpenCases(actor: Actor & { readonly organisation: string }): Promise<string> {
  const rows = (await openCases(actor)).flatMap(rowsOf);
  return stringify(rows, { bom: true, header: true, columns: [...COLUMNS], escape_formulas: true });
}
