import { SERVICES, type Track } from '#app/domain/taxonomy/definition.ts';
import { categoriesFor } from '#app/domain/taxonomy/taxonomy.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { RadioGroup } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { TextField } from '#app/ui/text-fields.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/service.ts';
import { begunIn } from './begun.server.ts';
import { ContinueButton, StepPage } from './step-page.tsx';
import { answerStep, NO_STORE, openStep, stepData } from './steps.server.ts';

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const opened = await openStep(request, 'service');
  const begun = await begunIn(request, opened.now);
  const track = opened.draft.answers.who?.track as Track;
  const operators = activeProfile()
    .operators.filter(({ hidden }) => hidden !== true)
    .map(({ id, name, brands, services }) => ({
      id,
      name,
      brands: brands.filter(brand => brand !== name),
      services: services.filter(service => categoriesFor(track, service).length > 0),
    }));
  const { values, expiresAt } = stepData(opened, 'service');
  const proposed = begun && { operatorId: begun.operatorId ?? '', service: begun.service ?? '' };
  return {
    expiresAt,
    values: { ...values, ...proposed },
    operators: operators.filter(({ services }) => services.length > 0),
  };
}

export function action({ request }: Route.ActionArgs) {
  return answerStep(request, { step: 'service' });
}

export default function ServiceStep({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('filing');
  const { operators, expiresAt } = loaderData;
  const errors = actionData?.errors;
  const values = actionData?.values ?? loaderData.values;
  const { field } = useFormFields({ values, errors });
  const labels = {
    operatorId: t('service.operator'),
    service: t('service.service'),
    lineNumber: t('service.line'),
  };
  // Once the operator is known, only what it sells is offered.
  const chosen = operators.filter(({ id }) => id === values.operatorId);
  const sold = new Set((chosen.length > 0 ? chosen : operators).flatMap(({ services }) => services));
  return (
    <StepPage step="service" title={t('service.title')} errors={errors} labels={labels} expiresAt={expiresAt}>
      <PostForm>
        <RadioGroup
          {...field('operatorId')}
          label={t('service.operator')}
          required
          options={operators.map(({ id, name, brands }) => ({
            value: id,
            label: <bdi>{name}</bdi>,
            hint: brands.length > 0 ? t('service.brands', { brands: brands.join(', ') }) : undefined,
          }))}
        />
        <RadioGroup
          {...field('service')}
          label={t('service.service')}
          required
          options={SERVICES.filter(service => sold.has(service)).map(service => ({
            value: service,
            label: t(`taxonomy:service.${service}`),
          }))}
        />
        <TextField
          {...field('lineNumber')}
          label={t('service.line')}
          hint={t('service.lineHint')}
          dir="ltr"
          width="medium"
          autoComplete="tel-national"
        />
        <ContinueButton />
      </PostForm>
    </StepPage>
  );
}
