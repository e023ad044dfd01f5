import { VULNERABILITIES } from '#app/domain/taxonomy/asked-of-every-case.ts';
import { factsOf, isCategory } from '#app/domain/taxonomy/taxonomy.ts';
import { categoryLabel, factLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { CheckboxGroup } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import type { Route } from './+types/facts.ts';
import { FactField } from './fact-field.tsx';
import { ContinueButton, StepPage } from './step-page.tsx';
import { answerStep, NO_STORE, openStep, stepData } from './steps.server.ts';

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const opened = await openStep(request, 'facts');
  const { who, problem } = opened.draft.answers;
  return {
    ...stepData(opened, 'facts'),
    category: problem?.category,
    betweenOperators: who?.track === 'wholesale',
  };
}

export function action({ request }: Route.ActionArgs) {
  return answerStep(request, { step: 'facts' });
}

export default function Facts({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('filing');
  const { category, betweenOperators, expiresAt } = loaderData;
  const errors = actionData?.errors;
  const fields = useFormFields({ values: actionData?.values ?? loaderData.values, errors });
  const facts = isCategory(category) ? factsOf(category) : [];
  const labels = Object.fromEntries(facts.map(fact => [`facts.${fact.key}`, factLabel(t, fact)]));
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
        {facts.map(fact => (
          <FactField key={fact.key} fact={fact} fields={fields} />
        ))}
        {betweenOperators ? null : (
          <CheckboxGroup
            {...fields.list('vulnerability')}
            label={t('facts.vulnerability')}
            hint={t('facts.vulnerabilityHint')}
            options={VULNERABILITIES.map(value => ({ value, label: t(`taxonomy:vulnerability.${value}`) }))}
          />
        )}
        <ContinueButton />
      </PostForm>
    </StepPage>
  );
}
