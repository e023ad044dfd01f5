import { RECOUNT_PAUSES, type RecountFields } from '#app/domain/deadline/recount.ts';
import { CLOCK_KINDS } from '#app/domain/deadline/rule.ts';
import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { formatDate, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { DateTimeField } from '#app/ui/date-fields.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { Details } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import type { Offers } from './deadlines.tsx';

const LEAST_PAUSES = 2;

function pausesShown(fields: RecountFields): readonly number[] {
  const numbers = Array.from({ length: RECOUNT_PAUSES }, (_, index) => index + 1);
  const last = numbers.findLast(number => fields[`from${number}`] || fields[`to${number}`]) ?? 0;
  return numbers.slice(0, Math.max(LEAST_PAUSES, last));
}

interface DeadlineFormProps {
  readonly offers: Offers;
  readonly fields: RecountFields;
  readonly errors: FieldErrors;
}

function useLabels(numbers: readonly number[]): Readonly<Record<string, string>> {
  const t = useT('deadlines');
  const { language } = useApp();
  const pauses = numbers.flatMap(number => {
    const shown = { number: formatNumber(number, language) };
    return [
      [`from${number}`, t('form.from', shown)],
      [`to${number}`, t('form.to', shown)],
    ];
  });
  const single = ['rule', 'start', 'region', 'extension', 'days', 'calendar'] as const;
  return Object.fromEntries([...single.map(name => [name, t(`form.${name}`)]), ...pauses]);
}

/** The rules by the clock that they are for, each with the days on which it is in force. */
function useRuleGroups({ rules }: Offers) {
  const t = useT('deadlines');
  const { language, timeZone } = useApp();
  const day = (on: string) => formatDate(on, language, timeZone, 'short');
  return CLOCK_KINDS.map(kind => ({
    label: t(`domain:clock.${kind}`),
    options: rules
      .filter(({ clock }) => clock === kind)
      .map(({ id, text, validFrom, validTo }) => ({
        value: id,
        label:
          validTo === null ? text : t('form.until', { rule: text, from: day(validFrom), to: day(validTo) }),
      })),
  })).filter(({ options }) => options.length > 0);
}

export function DeadlineForm({ offers, fields, errors }: DeadlineFormProps) {
  const t = useT('deadlines');
  const { field } = useFormFields({ values: fields, errors });
  const numbers = pausesShown(fields);
  const labels = useLabels(numbers);
  const groups = useRuleGroups(offers);
  const labelled = (name: string) => ({ ...field(name), label: labels[name] ?? name });
  const more = ['extension', 'days', 'calendar', 'from1', 'to1'].some(name => fields[name]);
  return (
    <Section title={t('form.title')}>
      <ErrorSummary errors={errors} labels={labels} />
      <form method="get" action="/deadlines" noValidate className="form">
        <SelectField {...labelled('rule')} groups={groups} required />
        <DateTimeField {...labelled('start')} hint={t('form.startHint')} required />
        <SelectField
          {...labelled('region')}
          options={offers.regions}
          empty={t('form.wholeCountry')}
          hint={t('form.regionHint')}
        />
        <Details summary={t('form.more')} open={more}>
          <div className="grid gap-5">
            {numbers.map(number => (
              <div key={number} className="grid gap-5 sm:grid-cols-2">
                <DateTimeField {...labelled(`from${number}`)} />
                <DateTimeField {...labelled(`to${number}`)} hint={t('form.toHint')} />
              </div>
            ))}
            <TextField {...labelled('extension')} hint={t('form.extensionHint')} width="short" />
            <TextField {...labelled('days')} hint={t('form.daysHint')} inputMode="numeric" width="short" />
            <SelectField
              {...labelled('calendar')}
              options={offers.calendars.map(value => ({ value, label: value }))}
              empty={t('form.latestCalendar')}
            />
          </div>
        </Details>
        <button type="submit" className="btn btn-primary mt-6">
          {t('form.submit')}
        </button>
      </form>
    </Section>
  );
}
