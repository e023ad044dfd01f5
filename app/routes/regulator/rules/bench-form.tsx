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

/** Which clock of which case, what happens to it, and which version to set beside those in force: all in the address. */
export function BenchForm({ offered, categories, regions, startedAt, values, errors }: BenchFormProps) {
  const t = useT('rules');
  const given = {
    track: 'consumer',
    clock: 'respond',
    category: categories[0],
    region: String(regions[0]?.value),
    startedAt,
  };
  const { field, ticked } = useFormFields({ values: { ...given, ...values }, errors });
  const options = (keys: readonly string[], prefix: string, suffix = '') =>
    keys.map(value => ({ value, label: t(`${prefix}.${value}${suffix}`) }));
  const versions = offered.map(value => ({ value, label: value.slice(value.indexOf(':') + 1) }));
  return (
    <form method="get" noValidate>
      <ErrorSummary
        errors={errors}
        labels={Object.fromEntries(LABELLED.map(key => [key, t(`bench.${key}`)]))}
      />
      <div className="grid gap-x-10 md:grid-cols-2 lg:grid-cols-3">
        <SelectField
          {...field('clock')}
          label={t('bench.clock')}
          options={options(CLOCK_KINDS, 'domain:clock')}
          empty={false}
          required
        />
        <SelectField
          {...field('category')}
          label={t('bench.category')}
          options={options(categories, 'taxonomy:category', '.label')}
          empty={false}
          required
        />
        <SelectField
          {...field('track')}
          label={t('bench.track')}
          options={options(TRACKS, 'taxonomy:track', '.label')}
          empty={false}
          required
        />
        <SelectField
          {...field('region')}
          label={t('bench.region')}
          options={regions}
          empty={false}
          required
        />
        <DateTimeField {...field('startedAt')} label={t('bench.startedAt')} required />
        <SelectField
          {...field('version')}
          label={t('bench.version')}
          options={versions}
          empty={t('bench.noVersion')}
        />
      </div>
      <Checkbox {...ticked('urgent')} label={t('bench.urgent')} />
      <Details
        summary={t('bench.more')}
        open={EVENTS.slice(1).some(name => values[name] !== undefined && values[name] !== '')}
      >
        <div className="grid gap-x-10 md:grid-cols-2">
          {EVENTS.slice(1).map(name => (
            <DateTimeField key={name} {...field(name)} label={t(`bench.${name}`)} />
          ))}
        </div>
        <Checkbox {...ticked('extended')} label={t('bench.extended')} />
      </Details>
      <Button>{t('bench.count')}</Button>
    </form>
  );
}
