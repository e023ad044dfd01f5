import type { FieldErrors } from '#app/domain/shared/errors.ts';
import type { PlainDate } from '#app/domain/shared/plain-date.ts';
import { formatDate } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, RadioGroup } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import type { Plan } from '#app/usecases/complaints/drafts/draft-plan.server.ts';
import { hrefOf } from './step-paths.ts';

export interface LeaveProps {
  readonly plan: Plan | null;
  readonly day: PlainDate;
  /** Whether everything that filing needs is there. */
  readonly mayFile: boolean;
  readonly email: string | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly errors?: FieldErrors | undefined;
}

/** What happens on the day from which the complaint may be filed: as chosen, with a way to cancel, or the choice. */
export function LeaveDraft(props: LeaveProps) {
  const { plan, mayFile } = props;
  // Who asked for a reminder before everything was answered may ask for more once it is.
  const choose = plan === null || (plan.kind === 'remind' && mayFile);
  return (
    <>
      {plan ? <Standing plan={plan} /> : null}
      {choose ? <Choice {...props} /> : null}
    </>
  );
}

function Standing({ plan }: { plan: Plan }) {
  const t = useT('start');
  const { language, timeZone } = useApp();
  const said = {
    date: formatDate(plan.dueOn, language, timeZone),
    address: `\u2066${plan.address}\u2069`,
  };
  return (
    <Notice kind="success" title={t('plan.setTitle')}>
      <p>{plan.kind === 'file' ? t('plan.setFile', said) : t('plan.setRemind', said)}</p>
      <p className="mt-2">{t('plan.setMore')}</p>
      <div className="mt-3">
        <PostForm action={hrefOf('not-yet')}>
          <HiddenFields values={{ intent: 'cancel' }} />
          <Button look="secondary" small>
            {t('plan.cancel')}
          </Button>
        </PostForm>
      </div>
    </Notice>
  );
}

function Choice({ day, mayFile, email, values, errors }: LeaveProps) {
  const t = useT('start');
  const { language, timeZone } = useApp();
  const date = formatDate(day, language, timeZone);
  const proposed = { kind: mayFile ? 'file' : 'remind', email: email ?? '' };
  const { field, ticked } = useFormFields({ values: { ...proposed, ...values }, errors });
  return (
    <Section title={t('plan.title')}>
      <p className="mb-4">{t('plan.text', { date })}</p>
      <PostForm action={hrefOf('not-yet')}>
        {mayFile ? (
          <RadioGroup
            {...field('kind')}
            label={t('plan.kind')}
            required
            options={[
              { value: 'file', label: t('plan.file'), hint: t('plan.fileHint') },
              { value: 'remind', label: t('plan.remind'), hint: t('plan.remindHint') },
            ]}
          />
        ) : (
          <HiddenFields values={{ kind: 'remind' }} />
        )}
        <TextField {...field('email')} label={t('plan.email')} type="email" autoComplete="email" />
        <TextField {...field('phone')} label={t('plan.phone')} type="tel" autoComplete="tel" width="medium" />
        {mayFile ? (
          <Checkbox {...ticked('consent')} label={t('plan.consent')} required showIf="kind=file" />
        ) : null}
        <Button look="secondary">{t('plan.submit')}</Button>
      </PostForm>
      {mayFile ? null : <p className="muted mt-4 text-[0.9375rem]">{t('plan.fileLater')}</p>}
    </Section>
  );
}
