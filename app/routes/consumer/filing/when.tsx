import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { RadioGroup, SelectField } from '#app/ui/choice-fields.tsx';
import { DateField } from '#app/ui/date-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { TextField } from '#app/ui/text-fields.tsx';
import type { StepAnswers } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/when.ts';
import { ContinueButton, StepPage } from './step-page.tsx';
import { answerStep, NO_STORE, openStep, stepData } from './steps.server.ts';
import { TimeField } from './time-field.tsx';

export const headers = () => NO_STORE;

/** The day and the time of day have fields of their own: many know the day only. */
function joined(day: unknown, time: unknown): unknown {
  return typeof day === 'string' && day !== '' && typeof time === 'string' && time !== ''
    ? `${day}T${time}`
    : day;
}

function withMoments(typed: StepAnswers): StepAnswers {
  const { startedAt, startedTime, endedAt, endedTime, ...others } = typed;
  return {
    ...others,
    // Not answered is neither yes nor no.
    ongoing: typed.ongoing ?? 'unanswered',
    startedAt: joined(startedAt, startedTime),
    endedAt: joined(endedAt, endedTime),
  };
}

function partsOf(moment: string | readonly string[] | undefined): readonly (string | undefined)[] {
  return typeof moment === 'string' ? moment.split('T') : [];
}

export async function loader({ request }: Route.LoaderArgs) {
  const opened = await openStep(request, 'when');
  const { regions, timeZone } = activeProfile();
  const { values, expiresAt } = stepData(opened, 'when');
  const [startedAt, startedTime] = partsOf(values.startedAt);
  const [endedAt, endedTime] = partsOf(values.endedAt);
  return {
    expiresAt,
    values: { ...values, startedAt, startedTime, endedAt, endedTime },
    regions: regions
      .map(({ code, name }) => ({ value: code, label: name[opened.language] }))
      .sort((a, b) => a.label.localeCompare(b.label, opened.language)),
    today: localDateOf(opened.now, timeZone),
  };
}

export function action({ request }: Route.ActionArgs) {
  return answerStep(request, { step: 'when', prepare: withMoments });
}

export default function When({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('filing');
  const { regions, today, expiresAt } = loaderData;
  const errors = actionData?.errors;
  const { field } = useFormFields({ values: actionData?.values ?? loaderData.values, errors });
  const labels = {
    startedAt: t('when.startedAt'),
    ongoing: t('when.ongoing'),
    endedAt: t('when.endedAt'),
    region: t('when.region'),
    commune: t('when.commune'),
  };
  return (
    <StepPage step="when" title={t('when.title')} errors={errors} labels={labels} expiresAt={expiresAt}>
      <PostForm>
        <div className="grid gap-x-6 sm:grid-cols-2">
          <DateField {...field('startedAt')} label={labels.startedAt} required max={today} />
          <TimeField {...field('startedTime')} label={t('when.time')} />
        </div>
        <RadioGroup
          {...field('ongoing')}
          label={labels.ongoing}
          required
          inline
          options={[
            { value: 'yes', label: t('common:answer.yes') },
            { value: 'no', label: t('common:answer.no') },
          ]}
        />
        <div className="grid gap-x-6 sm:grid-cols-2">
          <DateField {...field('endedAt')} label={labels.endedAt} max={today} showIf="ongoing=no" />
          <TimeField {...field('endedTime')} label={t('when.time')} showIf="ongoing=no" />
        </div>
        <SelectField {...field('region')} label={labels.region} required options={regions} />
        <TextField
          {...field('commune')}
          label={labels.commune}
          hint={t('when.communeHint')}
          autoComplete="address-level2"
          width="medium"
        />
        <ContinueButton />
      </PostForm>
    </StepPage>
  );
}
