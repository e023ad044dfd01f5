import { redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { orErrorPage, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { caseQuery } from '#app/usecases/complaints/case-filter.schema.ts';
import { readFiguresFilter } from '#app/usecases/statistics/figures-filter.schema.ts';
import { publishComparison } from '#app/usecases/statistics/publish-comparison.server.ts';
import type { Route } from './+types/publish-comparison.ts';
import { filterChoices } from './filter-choices.server.ts';

export function loader() {
  return redirect('/regulator/figures');
}

/** Publishes the medians of the period that the figures' page shows. */
export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'figures');
  const instant = now().toISOString();
  const form = await readForm(request);
  const params = new URLSearchParams({ from: String(form.get('from')), to: String(form.get('to')) });
  const { from, to } = readFiguresFilter(params, await filterChoices(), instant);
  await orErrorPage(async () => {
    if (form.get('sure') === null) throw new AppError('malformed-request');
    await publishComparison(staff, { from, to }, instant);
  });
  return redirect(`/regulator/figures?${caseQuery({ from, to })}#comparison`, { status: 303 });
}
