import { APPLIES_TO } from '#app/domain/deadline/activation.ts';
import { BREACH_CONSEQUENCES, CLOCK_KINDS, DURATION_UNITS } from '#app/domain/deadline/rule.ts';
import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { TRACKS } from '#app/domain/taxonomy/definition.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from '#app/ui/choice-fields.tsx';
import { DateField } from '#app/ui/date-fields.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { type FormState, useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';

interface RuleFormProps {
  readonly values: NonNullable<FormState['values']>;
  readonly errors: FieldErrors | undefined;
  readonly categories: readonly string[];
  /** The line whose conditions a further version keeps; null for a rule with conditions of its own. */
  readonly line: string | null;
  readonly cancelHref: string;
}

type Fields = ReturnType<typeof useFormFields>;

const TEXTS = ['textFr', 'textAr', 'textDe', 'textEn'] as const;
const LABELLED = [
  'clock',
  'categories',
  'tracks',
  'urgent',
  'amount',
  'unit',
  'cutOffHour',
  'extensionAmount',
  'extensionUnit',
  'pauseCapDays',
  'remindBefore',
  'consequence',
  'validTo',
  'appliesTo',
  ...TEXTS,
  'source',
  'reason',
  'scope',
];

/** Every value of a rule, from its conditions to its words in four languages. */
export function RuleForm({ values, errors, categories, line, cancelHref }: RuleFormProps) {
  const t = useT('rules');
  const fields = useFormFields({ values, errors });
  return (
    <>
      <ErrorSummary
        errors={errors}
        labels={Object.fromEntries(LABELLED.map(key => [key, t(`field.${key}`)]))}
      />
      <PostForm>
        <HiddenFields values={{ line }} />
        <Scope fields={fields} categories={categories} fixed={line !== null} values={values} />
        <Time fields={fields} />
        <Silence fields={fields} />
        <Words fields={fields} />
        <ButtonRow>
          <Button>{t('editor.save')}</Button>
          <LinkButton href={cancelHref} look="plain">
            {t('common:action.cancel')}
          </LinkButton>
        </ButtonRow>
      </PostForm>
    </>
  );
}

interface ScopeProps {
  readonly fields: Fields;
  readonly categories: readonly string[];
  readonly fixed: boolean;
  readonly values: RuleFormProps['values'];
}

/** The conditions: the same in all versions of one rule, so they travel unseen with a further version. */
function Scope({ fields: { field, list, errorOf }, categories, fixed, values }: ScopeProps) {
  const t = useT('rules');
  if (fixed) {
    const { clock, urgent, tracks, categories: named } = values;
    const hidden = { clock, urgent, tracks, categories: named };
    return (
      <>
        {errorOf('scope') ? <Notice kind="error">{errorOf('scope')}</Notice> : null}
        <HiddenFields values={hidden} />
      </>
    );
  }
  const options = (keys: readonly string[], prefix: string, suffix = '') =>
    keys.map(value => ({ value, label: t(`${prefix}.${value}${suffix}`) }));
  return (
    <Section title={t('editor.scope')}>
      {errorOf('scope') ? <Notice kind="error">{errorOf('scope')}</Notice> : null}
      <SelectField
        {...field('clock')}
        label={t('field.clock')}
        options={options(CLOCK_KINDS, 'domain:clock')}
        required
      />
      <div className="grid gap-x-10 md:grid-cols-2">
        <CheckboxGroup
          {...list('tracks')}
          label={t('field.tracks')}
          hint={t('hint.tracks')}
          options={options(TRACKS, 'taxonomy:track', '.label')}
        />
        <RadioGroup
          {...field('urgent')}
          label={t('field.urgent')}
          options={[
            { value: '', label: t('scope.either') },
            { value: 'yes', label: t('scope.urgent') },
            { value: 'no', label: t('scope.ordinary') },
          ]}
        />
      </div>
      <CheckboxGroup
        {...list('categories')}
        label={t('field.categories')}
        hint={t('hint.categories')}
        options={options(categories, 'taxonomy:category', '.label')}
      />
    </Section>
  );
}

function Time({ fields: { field, ticked } }: { fields: Fields }) {
  const t = useT('rules');
  const units = DURATION_UNITS.map(value => ({ value, label: t(`domain:durationUnit.${value}`) }));
  const number = { inputMode: 'numeric', dir: 'ltr', width: 'short' } as const;
  return (
    <Section title={t('editor.time')}>
      <div className="grid gap-x-10 md:grid-cols-2">
        <TextField {...field('amount')} {...number} label={t('field.amount')} required />
        <SelectField {...field('unit')} label={t('field.unit')} options={units} required />
        <TextField
          {...field('extensionAmount')}
          {...number}
          label={t('field.extensionAmount')}
          hint={t('hint.extension')}
        />
        <SelectField {...field('extensionUnit')} label={t('field.extensionUnit')} options={units} />
        <TextField
          {...field('cutOffHour')}
          {...number}
          label={t('field.cutOffHour')}
          hint={t('hint.cutOffHour')}
        />
        <TextField
          {...field('pauseCapDays')}
          {...number}
          label={t('field.pauseCapDays')}
          hint={t('hint.pauseCapDays')}
          required
        />
      </div>
      <Checkbox {...ticked('rollForward')} label={t('field.rollForward')} hint={t('hint.rollForward')} />
    </Section>
  );
}

function Silence({ fields: { field } }: { fields: Fields }) {
  const t = useT('rules');
  const appliesTo = APPLIES_TO.map(value => ({
    value,
    label: t(`appliesTo.${value}`),
    hint: t(`appliesToHint.${value}`),
  }));
  return (
    <Section title={t('editor.silence')}>
      <RadioGroup
        {...field('consequence')}
        label={t('field.consequence')}
        options={BREACH_CONSEQUENCES.map(value => ({ value, label: t(`domain:consequence.${value}`) }))}
        required
      />
      <TextField
        {...field('remindBefore')}
        label={t('field.remindBefore')}
        hint={t('hint.remindBefore')}
        inputMode="numeric"
        dir="ltr"
        width="short"
        required
      />
      <RadioGroup {...field('appliesTo')} label={t('field.appliesTo')} options={appliesTo} required />
      <DateField {...field('validTo')} label={t('field.validTo')} hint={t('hint.validTo')} />
    </Section>
  );
}

function Words({ fields: { field, ticked } }: { fields: Fields }) {
  const t = useT('rules');
  return (
    <Section title={t('editor.words')}>
      <div className="grid gap-x-10 md:grid-cols-2">
        {TEXTS.map(name => (
          <TextArea
            key={name}
            {...field(name)}
            label={t(`field.${name}`)}
            rows={3}
            maxLength={600}
            required
          />
        ))}
      </div>
      <TextField {...field('source')} label={t('field.source')} hint={t('hint.source')} required />
      <Checkbox {...ticked('assumed')} label={t('field.assumed')} />
      <TextArea
        {...field('reason')}
        label={t('field.reason')}
        hint={t('hint.reason')}
        rows={3}
        maxLength={1000}
        required
      />
    </Section>
  );
}
