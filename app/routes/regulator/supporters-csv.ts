import { publishedLoss } from '#app/domain/collective/support.ts';
import { CSV_BYTE_ORDER_MARK, csvLine } from '#app/domain/shared/csv.ts';
import { decimalText } from '#app/domain/shared/money.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { readCollectiveCase } from '#app/usecases/collective/queries/collective-case.server.ts';
import { readCasePage } from '#app/usecases/complaints/queries/case-page.server.ts';
import type { Route } from './+types/supporters-csv.ts';
import { csvResponse } from './csv-response.ts';

const COLUMNS = ['day', 'joined', 'withdrawn', 'supporters', 'stated_losses', 'loss', 'currency'];

/** Sums by day and never a person: a day's loss only where it can't be one person's. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'regulator');
  return orErrorPage(async () => {
    const { id, summary } = await readCasePage(staff, params.reference, now().toISOString());
    const { days } = await readCollectiveCase(staff, id);
    const { currency, reference } = summary;
    let supporters = 0;
    const lines = days.map(({ day, joined, withdrawn, stated, lossMinor }) => {
      supporters += joined - withdrawn;
      const loss = publishedLoss({ stated, lossMinor });
      const text = loss === null ? null : decimalText({ amountMinor: loss, currency });
      return csvLine([day, joined, withdrawn, supporters, stated, text, currency]);
    });
    return csvResponse(
      `${reference}-supporters.csv`,
      CSV_BYTE_ORDER_MARK + [csvLine(COLUMNS), ...lines].join(''),
    );
  });
}
