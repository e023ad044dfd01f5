import { SITE_FIELDS } from '#app/domain/taxonomy/affected-sites.ts';
import { VULNERABILITIES } from '#app/domain/taxonomy/asked-of-every-case.ts';
import type { FactDefinition, Track } from '#app/domain/taxonomy/definition.ts';
import { factsOn, isCategory } from '#app/domain/taxonomy/taxonomy.ts';
import { categoryLabel, factLabel, siteFieldLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { CheckboxGroup } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { RightsDetails, rightsOf } from '#app/ui/rights-list.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/facts.ts';
import { FactField } from './fact-field.tsx';
import { changedSites, siteRows } from './sites-field.tsx';
import { ContinueButton, StepPage } from './step-page.tsx';
import { answerStep, NO_STORE, openStep, stepData } from './steps.server.ts';

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const opened = await openStep(request, 'facts');
  const { who, problem } = opened.draft.answers;
  return {
    ...stepData(opened, 'facts'),
    category: problem?.category,
    track: who?.track as Track,
    rights: rightsOf(
      isCategory(problem?.category) ? problem.category : null,
      activeProfile().rights,
      opened.language,
    ),
  };
}

export function action({ request }: Route.ActionArgs) {
  return answerStep(request, { step: 'facts', change: changedSites });
}

type Labels = readonly (readonly [string, string])[];

/** What the summary of errors calls a fact's fields. */
function labelsOf(t: ReturnType<typeof useT>, fact: FactDefinition, values: Record<string, unknown>): Labels {
  const name = `facts.${fact.key}`;
  const own = [name, factLabel(t, fact)] as const;
  if (fact.type !== 'sites') return [own];
  const within = siteRows(values, fact.key).flatMap(row =>
    SITE_FIELDS.map(({ key }) => {
      const label = `${t('facts:site.one', { number: row + 1 })}, ${siteFieldLabel(t, key)}`;
      return [`${name}.${row}.${key}`, label] as const;
    }),
  );
  return [own, ...within];
}

export default function Facts({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('filing');
  const { category, track, rights, expiresAt } = loaderData;
  const errors = actionData?.errors;
  const values = actionData?.values ?? loaderData.values;
  const fields = useFormFields({ values, errors });
  const facts = isCategory(category) ? factsOn(category, track) : [];
  const labels = Object.fromEntries(facts.flatMap(fact => labelsOf(t, fact, values)));
  return (
    <StepPage
      step="facts"
      title={
        isCategory(category) ? t('facts.title', { category: categoryLabel(t, category) }) : t('step.facts')
      }
      lead={t('facts.lead')}
      errors={errors}
      labels={labels}
      expiresAt={expiresAt}
    >
      <PostForm>
        {/* The Enter key presses a form's first button: it must not be "Add" or "Remove". */}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
          {t('continue')}
        </button>
        {facts.map(fact => (
          <FactField key={fact.key} fact={fact} fields={fields} values={values} />
        ))}
        {track === 'wholesale' ? null : (
          <CheckboxGroup
            {...fields.list('vulnerability')}
            label={t('facts.vulnerability')}
            hint={t('facts.vulnerabilityHint')}
            options={VULNERABILITIES.map(value => ({ value, label: t(`taxonomy:vulnerability.${value}`) }))}
          />
        )}
        <ContinueButton />
      </PostForm>
      <div className="mt-6">
        <RightsDetails lines={rights} />
      </div>
    </StepPage>
  );
}
