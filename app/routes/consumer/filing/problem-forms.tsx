import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { type Category, issuesOf } from '#app/domain/taxonomy/taxonomy.ts';
import { categoryDescription, categoryLabel, issueLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { CheckboxGroup } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Details } from '#app/ui/notice.tsx';
import { type RightLine, RightsDetails } from '#app/ui/rights-list.tsx';
import { ContinueButton, StepPage } from './step-page.tsx';
import { hrefOf } from './step-paths.ts';

interface PageData {
  readonly offered: readonly Category[];
  /** Other categories of which something may have happened too. */
  readonly also: readonly Category[];
  readonly expiresAt: string;
  readonly errors: FieldErrors | undefined;
}

/** First half of the page: what kind of problem, in everyday words. */
export function CategoryList({ offered, expiresAt, errors }: Omit<PageData, 'also'>) {
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

interface IssueFormProps extends Omit<PageData, 'offered'> {
  readonly category: Category;
  readonly chosen: readonly string[];
  readonly rights: readonly RightLine[];
}

/** Second half: what exactly happened, and what else. */
export function IssueForm({ category, also, chosen, rights, expiresAt, errors }: IssueFormProps) {
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
      <div className="mt-6">
        <RightsDetails lines={rights} />
      </div>
    </StepPage>
  );
}
