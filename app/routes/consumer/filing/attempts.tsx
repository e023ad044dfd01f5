import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { ATTEMPT_CHANNELS, ATTEMPT_RESULTS } from '#app/domain/taxonomy/asked-of-every-case.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { DateField } from '#app/ui/date-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';
import { MAX_ATTEMPTS } from '#app/usecases/complaints/complaint.schema.ts';
import type { StepAnswers } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/attempts.ts';
import { similarTo } from './similar-reports.server.ts';
import { SimilarReports } from './similar-reports.tsx';
import { ContinueButton, StepPage } from './step-page.tsx';
import { hrefOf } from './step-paths.ts';
import { answerStep, NO_STORE, openStep, stepData } from './steps.server.ts';

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const opened = await openStep(request, 'attempts');
  const { admissibility, timeZone } = activeProfile();
  return {
    ...stepData(opened, 'attempts'),
    rule: opened.draft.answers.who?.track === 'wholesale' ? null : admissibility.text[opened.language],
    today: localDateOf(opened.now, timeZone),
    similar: await similarTo(opened),
  };
}

/** "Add another" and "Remove" change the form and keep what was typed; nothing is checked yet. */
function changedRows({ attempts, add, remove }: StepAnswers): StepAnswers | null {
  if (add === undefined && remove === undefined) return null;
  const rows = Array.isArray(attempts) ? attempts : [];
  if (add === undefined) return { attempts: rows.filter((_row, index) => String(index) !== remove) };
  return { attempts: rows.length < MAX_ATTEMPTS ? [...rows, { on: '' }] : rows };
}

export function action({ request }: Route.ActionArgs) {
  return answerStep(request, { step: 'attempts', change: changedRows });
}

/** One row more than the highest index among the fields; at least one. */
function rowsIn(values: Readonly<Record<string, unknown>>): readonly number[] {
  const indices = Object.keys(values).flatMap(name => /^attempts\.(\d+)\./.exec(name)?.[1] ?? []);
  return [...Array(Math.max(0, ...indices.map(Number)) + 1).keys()];
}

const FIELDS = ['on', 'channel', 'result', 'ticket', 'note'] as const;

export default function Attempts({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('filing');
  const { rule, today, similar, expiresAt } = loaderData;
  const values = actionData?.values ?? loaderData.values;
  const errors = actionData?.errors;
  const fields = useFormFields({ values, errors });
  const rows = rowsIn(values);
  const labels = rows.flatMap(row =>
    FIELDS.map(key => [
      `attempts.${row}.${key}`,
      `${t('attempts.one', { number: row + 1 })}, ${t(`attempts.${key}`)}`,
    ]),
  );
  return (
    <StepPage
      step="attempts"
      title={t('attempts.title')}
      lead={rule}
      errors={errors}
      labels={Object.fromEntries(labels)}
      expiresAt={expiresAt}
    >
      <SimilarReports count={similar} />
      <p>{t('attempts.lead')}</p>
      <p className="mb-4">
        <a href={hrefOf('letter')} className="inline-flex min-h-11 items-center">
          {t('letter:title')}
        </a>
      </p>
      <PostForm>
        {/* The Enter key presses a form's first button: it must not be "Remove". */}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
          {t('continue')}
        </button>
        {rows.map(row => (
          <Attempt key={row} row={row} fields={fields} today={today} removable={rows.length > 1} />
        ))}
        <ButtonRow>
          <ContinueButton />
          {rows.length < MAX_ATTEMPTS ? (
            <Button
              look="secondary"
              name="add"
              value="1"
              formAction={`${hrefOf('attempts')}#attempt-${rows.length}`}
            >
              {t('attempts.add')}
            </Button>
          ) : null}
        </ButtonRow>
      </PostForm>
    </StepPage>
  );
}

interface AttemptProps {
  readonly row: number;
  readonly fields: ReturnType<typeof useFormFields>;
  /** 'YYYY-MM-DD' */
  readonly today: string;
  readonly removable: boolean;
}

function Attempt({ row, fields, today, removable }: AttemptProps) {
  const t = useT('filing');
  const about = (key: (typeof FIELDS)[number]) => ({
    ...fields.field(`attempts.${row}.${key}`),
    label: t(`attempts.${key}`),
  });
  const channels = ATTEMPT_CHANNELS.map(value => ({ value, label: t(`taxonomy:attemptChannel.${value}`) }));
  const results = ATTEMPT_RESULTS.map(value => ({ value, label: t(`taxonomy:attemptResult.${value}`) }));
  return (
    <fieldset id={`attempt-${row}`} className="mb-6 min-w-0 rounded border border-line px-4 pt-2">
      <legend className="px-1 font-bold">{t('attempts.one', { number: row + 1 })}</legend>
      <div className="grid gap-x-6 sm:grid-cols-2">
        <DateField {...about('on')} required max={today} />
        <SelectField {...about('channel')} required options={channels} />
        <SelectField {...about('result')} required options={results} />
        <TextField {...about('ticket')} dir="ltr" />
      </div>
      <TextArea {...about('note')} rows={2} />
      {removable ? (
        <p className="mb-4">
          <Button look="plain" name="remove" value={String(row)}>
            {t('attempts.remove')} <span className="sr-only">{t('attempts.one', { number: row + 1 })}</span>
          </Button>
        </p>
      ) : null}
    </fieldset>
  );
}
