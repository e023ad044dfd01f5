import type { Service, Track } from '#app/domain/taxonomy/definition.ts';
import { type Category, categoriesFor, issuesOf } from '#app/domain/taxonomy/taxonomy.ts';
import { categoryDescription, categoryLabel, issueLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { CheckboxGroup } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Details } from '#app/ui/notice.tsx';
import type { StepAnswers } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/problem.ts';
import { ContinueButton, StepPage } from './step-page.tsx';
import { hrefOf } from './step-paths.ts';
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
  const wanted = new URL(request.url).searchParams.get('category') ?? problem?.category;
  const category = offered.find(candidate => candidate === wanted) ?? null;
  const saved = problem?.category === category ? stepData(opened, 'problem').values : {};
  return {
    expiresAt: opened.draft.expiresAt.toISOString(),
    offered,
    category,
    also: category === null ? [] : alsoFor(category, offered),
    chosen: [saved.issues ?? []].flat(),
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

type Data = Route.ComponentProps['loaderData'] & {
  readonly errors: NonNullable<Route.ComponentProps['actionData']>['errors'] | undefined;
};

function CategoryList({ offered, expiresAt, errors }: Data) {
  const t = useT('filing');
  const labels = { category: t('problem.title') };
  return (
    <StepPage
      step="problem"
      title={t('problem.title')}
      lead={t('problem.lead')}
      errors={errors}
      labels={labels}
      expiresAt={expiresAt}
    >
      <ul className="grid gap-3" id="f-category">
        {offered.map(category => (
          <li key={category} className="relative rounded border border-line px-4 py-3 hover:border-accent">
            <a
              href={`${hrefOf('problem')}?category=${category}`}
              className="font-semibold after:absolute after:inset-0"
            >
              {categoryLabel(t, category)}
            </a>
            <p className="muted text-[0.9375rem]">{categoryDescription(t, category)}</p>
          </li>
        ))}
      </ul>
    </StepPage>
  );
}

function IssueForm({ category, also, chosen, expiresAt, errors }: Data & { category: Category }) {
  const t = useT('filing');
  const { field } = useFormFields({ errors });
  const labels = { issues: t('problem.issues'), category: t('problem.title') };
  const optionsOf = (of: Category) => issuesOf(of).map(value => ({ value, label: issueLabel(t, value) }));
  const choose = `${hrefOf('problem')}?category=`;
  return (
    <StepPage
      step="problem"
      title={t('problem.issuesTitle')}
      errors={errors}
      labels={labels}
      back={choose}
      expiresAt={expiresAt}
    >
      <p className="mb-6">
        {t('problem.about')} <strong>{categoryLabel(t, category)}</strong>{' '}
        <a href={choose} className="inline-flex min-h-11 items-center">
          {t('problem.other')}
        </a>
      </p>
      <PostForm action={`${hrefOf('problem')}?category=${category}`}>
        <HiddenFields values={{ category }} />
        <CheckboxGroup
          name="issues"
          label={t('problem.issues')}
          hint={t('problem.issuesHint')}
          error={field('issues').error}
          required
          options={optionsOf(category)}
          defaultValue={chosen}
        />
        {also.length > 0 ? (
          <Details
            summary={t('problem.also')}
            open={chosen.some(issue => !issue.startsWith(`${category}/`) && issue.includes('/'))}
          >
            {also.map(other => (
              <CheckboxGroup
                key={other}
                name={`also.${other}`}
                label={categoryLabel(t, other)}
                options={optionsOf(other)}
                defaultValue={chosen}
                required
              />
            ))}
          </Details>
        ) : null}
        <div className="mt-6">
          <ContinueButton />
        </div>
      </PostForm>
    </StepPage>
  );
}
