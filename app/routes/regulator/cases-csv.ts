import { maySee } from '#app/domain/access/visibility.ts';
import type { Role } from '#app/domain/case/states.ts';
import { CSV_BYTE_ORDER_MARK, type CsvCell, csvLine } from '#app/domain/shared/csv.ts';
import { decimalText } from '#app/domain/shared/money.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { readCaseFilter } from '#app/usecases/complaints/case-filter.schema.ts';
import { type CaseListRow, exportCases } from '#app/usecases/complaints/queries/regulator-cases.server.ts';
import type { Route } from './+types/cases-csv.ts';
import { csvResponse, streamOf } from './csv-response.ts';
import { filterChoices } from './filter-choices.server.ts';

type ColumnOf = readonly [name: string, cell: (row: CaseListRow) => CsvCell];

const SUMMARY: readonly ColumnOf[] = [
  ['reference', row => row.reference],
  ['filed_on', row => row.filed_on],
  ['state', row => row.state],
  ['operator', row => row.operator_id],
  ['category', row => row.category],
  ['region', row => row.region],
  ['track', row => row.track],
  ['urgent', row => row.urgent],
  ['due_clock', row => row.due_clock],
  ['due_on', row => row.due?.dueOn ?? null],
  ['answered_in_time', row => row.answered_in_time],
  ['deadline_missed', row => row.respond_breached],
  ['rerouted_since', row => row.former],
  ['days_to_answer', row => row.days_to_answer],
  ['operator_outcome', row => row.operator_outcome],
  ['complainant_outcome', row => row.complainant_outcome],
  ['regulator_outcome', row => row.regulator_outcome],
  ['disputes', row => row.disputes],
  [
    'money_returned',
    row => decimalText({ amountMinor: Number(row.money_returned_minor), currency: row.currency }),
  ],
  ['currency', row => row.currency],
];
const PERSON: readonly ColumnOf[] = [['complainant', row => row.complainant]];

function columnsFor(role: Role): readonly ColumnOf[] {
  return maySee(role, 'identity') ? [...SUMMARY, ...PERSON] : SUMMARY;
}

async function* linesOf(role: Role, batches: AsyncIterable<readonly CaseListRow[]>): AsyncGenerator<string> {
  const columns = columnsFor(role);
  yield CSV_BYTE_ORDER_MARK + csvLine(columns.map(([name]) => name));
  for await (const rows of batches) {
    yield rows.map(row => csvLine(columns.map(([, cell]) => cell(row)))).join('');
  }
}

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'regulator');
  const filter = readCaseFilter(new URL(request.url).searchParams, await filterChoices());
  const batches = exportCases({ actor: staff, filter, now: now().toISOString() });
  return csvResponse('cases.csv', streamOf(linesOf(staff.role, batches)));
}
