import { useT } from '#app/i18n/use-translation.ts';
import { CheckboxGroup } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { MoneyField } from '#app/ui/money-field.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import { NARRATIVE_LENGTH } from '#app/usecases/complaints/complaint.schema.ts';
import type { Route } from './+types/wish.ts';
import { remediesOffered } from './remedies-offered.ts';
import { LiveSecretsNotice } from './secrets-notice.tsx';
import { ContinueButton, StepPage } from './step-page.tsx';
import { answerStep, NO_STORE, openStep, stepData } from './steps.server.ts';

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const opened = await openStep(request, 'wish');
  const { who, problem } = opened.draft.answers;
  return { ...stepData(opened, 'wish'), remedies: remediesOffered(who?.track, problem?.category) };
}

export function action({ request }: Route.ActionArgs) {
  return answerStep(request, { step: 'wish', longField: { name: 'narrative', max: NARRATIVE_LENGTH.max } });
}

export default function Wish({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('filing');
  const { remedies, expiresAt } = loaderData;
  const errors = actionData?.errors;
  const values = actionData?.values ?? loaderData.values;
  const { field, list } = useFormFields({ values, errors });
  const labels = { narrative: t('wish.narrative'), remedySought: t('wish.remedy'), amount: t('wish.amount') };
  return (
    <StepPage step="wish" title={t('wish.title')} errors={errors} labels={labels} expiresAt={expiresAt}>
      <PostForm>
        <TextArea
          {...field('narrative')}
          label={labels.narrative}
          hint={t('wish.narrativeHint')}
          required
          rows={8}
          maxLength={NARRATIVE_LENGTH.max}
        />
        <LiveSecretsNotice field="narrative" text={String(values.narrative ?? '')} />
        <CheckboxGroup
          {...list('remedySought')}
          label={labels.remedySought}
          required
          options={remedies.map(value => ({ value, label: t(`taxonomy:remedy.${value}`) }))}
        />
        <MoneyField {...field('amount')} label={labels.amount} hint={t('wish.amountHint')} />
        <ContinueButton />
      </PostForm>
    </StepPage>
  );
}
