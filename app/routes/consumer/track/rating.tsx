import { data, redirect } from 'react-router';
import { isTerminal } from '#app/domain/case/states.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice-fields.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { Notice } from '#app/ui/notice.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import { hasRated, MARKS, RATED, rateExperience } from '#app/usecases/complaints/rate-experience.server.ts';
import type { Route } from './+types/rating.ts';
import { CasePart } from './case-part.tsx';
import { loadOpenCase, PRIVATE_PAGE, requireComplainant } from './open-case.server.ts';

export const headers = () => PRIVATE_PAGE;

export async function loader({ request }: Route.LoaderArgs) {
  const actor = await requireComplainant(request);
  const { seen, standing } = await loadOpenCase(request);
  const over = isTerminal(standing.state);
  return data(
    {
      reference: seen['case-summary']?.reference ?? '',
      operator: seen['case-summary']?.operator.name ?? '',
      stage: over ? ((await hasRated(actor)) ? 'thanks' : 'open') : 'notYet',
    },
    { headers: PRIVATE_PAGE },
  );
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const actor = await requireComplainant(request);
  const values = formValues(await readForm(request));
  try {
    await rateExperience(actor, values, now().toISOString());
  } catch (error) {
    return refuse(error, values);
  }
  throw redirect('/track/case?done=rated');
}

export default function Rating({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('track');
  const { reference, operator, stage } = loaderData;
  const { field } = useFormFields(actionData ?? {});
  const labels = Object.fromEntries(RATED.map(rated => [rated, t(`rating.${rated}`, { operator })]));
  const marks = MARKS.map(value => ({ value, label: t(`rating.mark.${value}`) }));
  return (
    <CasePart reference={reference} title={t('rating.title')} lead={t('rating.lead')}>
      <ErrorSummary errors={actionData?.errors} labels={labels} />
      {stage === 'open' ? (
        <PostForm>
          {RATED.map(rated => (
            <RadioGroup
              key={rated}
              {...field(rated)}
              label={labels[rated] ?? rated}
              options={marks}
              inline
              required
            />
          ))}
          <TextArea
            {...field('comment')}
            label={t('rating.comment')}
            hint={t('rating.commentHint')}
            rows={4}
          />
          <ButtonRow>
            <Button>{t('rating.submit')}</Button>
            <LinkButton href="/track/case" look="secondary">
              {t('command.cancel')}
            </LinkButton>
          </ButtonRow>
        </PostForm>
      ) : (
        <Notice>{t(`rating.${stage}`)}</Notice>
      )}
    </CasePart>
  );
}
