import type { Service, Track } from '#app/domain/taxonomy/definition.ts';
import { type Category, categoriesFor } from '#app/domain/taxonomy/taxonomy.ts';
import { rightsOf } from '#app/ui/rights-list.tsx';
import type { StepAnswers } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/problem.ts';
import { begunIn } from './begun.server.ts';
import { CategoryList, IssueForm } from './problem-forms.tsx';
import { answerStep, NO_STORE, openStep, stepData } from './steps.server.ts';

export const headers = () => NO_STORE;

/** Issues that often come on top of another problem are offered first. */
const OFTEN_ALSO: readonly Category[] = ['customer-service', 'outage-information'];

function alsoFor(category: Category, offered: readonly Category[]): readonly Category[] {
  const others = offered.filter(other => other !== category && other !== 'interconnection');
  const first = OFTEN_ALSO.filter(other => others.includes(other));
  return category === 'interconnection' ? [] : [...first, ...others.filter(other => !first.includes(other))];
}

export async function loader({ request }: Route.LoaderArgs) {
  const opened = await openStep(request, 'problem');
  const { who, service, problem } = opened.draft.answers;
  const inUse = activeProfile().categories;
  const offered = categoriesFor(who?.track as Track, service?.service as Service).filter(category =>
    inUse.includes(category),
  );
  const begun = await begunIn(request, opened.now);
  const asked = new URL(request.url).searchParams.get('category');
  const wanted = asked ?? begun?.category ?? problem?.category;
  const category = offered.find(candidate => candidate === wanted) ?? null;
  const saved = problem?.category === category ? stepData(opened, 'problem').values : {};
  return {
    expiresAt: opened.draft.expiresAt.toISOString(),
    offered,
    category,
    rights: rightsOf(category, activeProfile().rights, opened.language),
    also: category === null ? [] : alsoFor(category, offered),
    chosen: [saved.issues ?? (begun?.category === category ? begun.issue : null) ?? []].flat(),
  };
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Issues of other categories come in groups of their own; the complaint has one list. */
function withAllIssues({ category, issues, also }: StepAnswers): StepAnswers {
  return { category, issues: [...new Set([...textsIn(issues), ...textsIn(also)])] };
}

export function action({ request }: Route.ActionArgs) {
  return answerStep(request, { step: 'problem', prepare: withAllIssues });
}

export default function Problem({ loaderData, actionData }: Route.ComponentProps) {
  const { category } = loaderData;
  if (category === null) return <CategoryList {...loaderData} errors={actionData?.errors} />;
  const chosen = actionData ? Object.values(actionData.values).flat() : loaderData.chosen;
  return <IssueForm {...loaderData} category={category} chosen={chosen} errors={actionData?.errors} />;
}
