import { CLOCK_KINDS } from '#app/domain/deadline/rule.ts';
import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { TRACKS } from '#app/domain/taxonomy/definition.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, type Choice, SelectField } from '#app/ui/choice-fields.tsx';
import { DateTimeField } from '#app/ui/date-fields.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { type FormState, useFormFields } from '#app/ui/form-fields.ts';
import { Details } from '#app/ui/notice.tsx';

interface BenchFormProps {
  readonly offered: readonly string[];
  readonly categories: readonly string[];
  readonly regions: readonly Choice[];
  readonly startedAt: string;
  readonly values: NonNullable<FormState['values']>;
  readonly errors: FieldErrors;
}

const EVENTS = ['startedAt', 'pause1From', 'pause1To', 'pause2From', 'pause2To', 'stoppedAt'] as const;
const LABELLED = ['clock', 'category', 'track', 'region', ...EVENTS];

type Fields = ReturnType<typeof useFormFields>;

interface FieldsProps extends Pick<BenchFormProps, 'offered' | 'categories' | 'regions'> {
  readonly fields: Fields;
}

/** Which clock of which case, and which version to set beside those in force. */
function CaseFields({ offered, categories, regions, fields: { field } }: FieldsProps) {
  const t = useT('rules');
  const options = (keys: readonly string[], prefix: string, suffix = '') =>
    keys.map(value => ({ value, label: t(`${prefix}.${value}${suffix}`) }));
  const choices = {
    clock: options(CLOCK_KINDS, 'domain:clock'),
    category: options(categories, 'taxonomy:category', '.label'),
    track: options(TRACKS, 'taxonomy:track', '.label'),
    region: regions,
  };
  const versions = offered.map(value => ({ value, label: value.slice(value.indexOf(':') + 1) }));
  return (
    <div className="grid gap-x-10 md:grid-cols-2 lg:grid-cols-3">
      {(['clock', 'category', 'track', 'region'] as const).map(name => (
        <SelectField
          key={name}
          {...field(name)}
          label={t(`bench.${name}`)}
          options={choices[name]}
          empty={false}
          required
        />
      ))}
      <DateTimeField {...field('startedAt')} label={t('bench.startedAt')} required />
      <SelectField
        {...field('version')}
        label={t('bench.version')}
        options={versions}
        empty={t('bench.noVersion')}
      />
    </div>
  );
}

/** What happens to the clock on its way: pauses, an extension, its stop. */
function EventFields({ values, fields }: Pick<BenchFormProps, 'values'> & { readonly fields: Fields }) {
  const t = useT('rules');
  const later = EVENTS.slice(1);
  return (
    <Details
      summary={t('bench.more')}
      open={later.some(name => values[name] !== undefined && values[name] !== '')}
    >
      <div className="grid gap-x-10 md:grid-cols-2">
        {later.map(name => (
          <DateTimeField key={name} {...fields.field(name)} label={t(`bench.${name}`)} />
        ))}
      </div>
      <Checkbox {...fields.ticked('extended')} label={t('bench.extended')} />
    </Details>
  );
}

/** A clock to be counted as the rules say: all of it in the address. */
export function BenchForm({ startedAt, values, errors, ...choices }: BenchFormProps) {
  const t = useT('rules');
  const given = {
    track: 'consumer',
    clock: 'respond',
    category: choices.categories[0],
    region: String(choices.regions[0]?.value),
    startedAt,
  };
  const fields = useFormFields({ values: { ...given, ...values }, errors });
  return (
    <form method="get" noValidate>
      <ErrorSummary
        errors={errors}
        labels={Object.fromEntries(LABELLED.map(key => [key, t(`bench.${key}`)]))}
      />
      <CaseFields {...choices} fields={fields} />
      <Checkbox {...fields.ticked('urgent')} label={t('bench.urgent')} />
      <EventFields values={values} fields={fields} />
      <Button>{t('bench.count')}</Button>
    </form>
  );
}
