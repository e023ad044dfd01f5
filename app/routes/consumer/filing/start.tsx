import { data, redirect } from 'react-router';
import type { Category, IssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { isIssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { searchOperators, searchProblems } from '#app/i18n/problem-search.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { requireMethod } from '#app/platform/http/refusal.server.ts';
import { nextStepOf } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { openDraft } from '#app/usecases/complaints/drafts/open-draft.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/start.ts';
import { carry, readChoice, servicesFor } from './begun.server.ts';
import { ChooseServiceAndOperator, FindProblem } from './start-parts.tsx';
import { hrefOf } from './step-paths.ts';
import { NO_STORE, visitOf } from './steps.server.ts';

export const headers = () => NO_STORE;

/** As many results as fit on a telephone's screen. */
const MOST_RESULTS = 5;
const LONGEST_QUERY = 120;

function chosenIn(params: URLSearchParams, categories: readonly Category[]) {
  const wanted = params.get('category');
  const category = categories.find(known => known === wanted) ?? null;
  const issue = params.get('issue');
  const ofCategory = isIssueAddress(issue) && category !== null && issue.startsWith(`${category}/`);
  return { chosen: wanted !== null, category, issue: ofCategory ? (issue as IssueAddress) : null };
}

export async function loader({ request }: Route.LoaderArgs) {
  const { token, now, language } = await visitOf(request);
  const profile = activeProfile();
  const params = new URL(request.url).searchParams;
  const query = (params.get('q') ?? '').slice(0, LONGEST_QUERY).trim();
  const { chosen, category, issue } = chosenIn(params, profile.categories);
  const draft = token === null ? null : await openDraft(token, now);
  const open = draft !== null && draft.filedCaseId === null ? draft : null;
  const services = servicesFor(category, profile);
  const operators = profile.operators.filter(
    operator => !operator.hidden && operator.services.some(service => services.includes(service)),
  );
  const named = searchOperators(query, profile.operators).filter(id =>
    operators.some(known => known.id === id),
  );
  return {
    query,
    found: searchProblems(query, profile.categories).slice(0, MOST_RESULTS),
    categories: profile.categories,
    chosen,
    category,
    issue,
    services,
    operators: operators.map(({ id, name, brands }) => ({
      id,
      name,
      brands: brands.filter(b => b !== name),
    })),
    operatorId: named.length === 1 ? (named[0] ?? null) : null,
    emergencyNote: profile.emergencyNote?.[language],
    forgotten: params.has('forgotten'),
    deleted: params.has('deleted'),
    resume: open && { href: hrefOf(nextStepOf(open.answers)), expiresAt: open.expiresAt.toISOString() },
  };
}

/** Takes the choice along to the pages that ask for it; nothing is stored before the first of them is answered. */
export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const form = await readForm(request);
  const read = readChoice(form, activeProfile());
  if (!read.ok) {
    const values = Object.fromEntries(
      ['service', 'operatorId'].map(key => [key, String(form.get(key) ?? '')]),
    );
    return data({ errors: read.errors, values }, { status: 422 });
  }
  const { now } = await visitOf(request);
  return redirect(hrefOf('who'), { status: 303, headers: { 'Set-Cookie': await carry(read.begun, now) } });
}

export default function Start({ loaderData, actionData }: Route.ComponentProps) {
  return loaderData.chosen ? (
    <ChooseServiceAndOperator {...loaderData} errors={actionData?.errors} typed={actionData?.values} />
  ) : (
    <FindProblem {...loaderData} />
  );
}
