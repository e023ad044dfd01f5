import type { FactDefinition } from '#app/domain/taxonomy/definition.ts';
import { YES_NO, YES_NO_UNKNOWN } from '#app/domain/taxonomy/definition.ts';
import { factHint, factLabel, optionLabel, unitLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { CheckboxGroup, RadioGroup, SelectField } from '#app/ui/choice-fields.tsx';
import { DateField, DateTimeField } from '#app/ui/date-fields.tsx';
import type { useFormFields } from '#app/ui/form-fields.ts';
import { MoneyField } from '#app/ui/money-field.tsx';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';
import { SitesField } from './sites-field.tsx';

/** More answers than these are offered as a list to open. */
const MOST_RADIOS = 6;
const LONG_TEXT = 2000;

interface FactFieldProps {
  readonly fact: FactDefinition;
  readonly fields: ReturnType<typeof useFormFields>;
  /** What the fields hold, by their names. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** The field that fits a fact's type. */
export function FactField({ fact, fields, values }: FactFieldProps) {
  const t = useT('facts');
  const name = `facts.${fact.key}`;
  const unit = unitLabel(t, fact);
  const about = {
    label: unit ? `${factLabel(t, fact)} (${unit})` : factLabel(t, fact),
    hint: factHint(t, fact),
    required: fact.required === true,
    showIf: fact.showIf && `facts.${fact.showIf.fact}=${fact.showIf.equals}`,
  };
  const options = optionsOf(fact).map(value => ({ value, label: optionLabel(t, fact, value) }));
  switch (fact.type) {
    case 'text':
      return <TextField {...fields.field(name)} {...about} />;
    case 'long-text':
      return <TextArea {...fields.field(name)} {...about} rows={4} maxLength={fact.maxLength ?? LONG_TEXT} />;
    case 'integer':
      return <TextField {...fields.field(name)} {...about} inputMode="numeric" dir="ltr" width="short" />;
    case 'decimal':
      return <TextField {...fields.field(name)} {...about} inputMode="decimal" dir="ltr" width="short" />;
    case 'money':
      return <MoneyField {...fields.field(name)} {...about} />;
    case 'date':
      return <DateField {...fields.field(name)} {...about} />;
    case 'datetime':
      return <DateTimeField {...fields.field(name)} {...about} />;
    case 'sites':
      return <SitesField fact={fact} fields={fields} values={values} />;
    case 'multi-choice':
      return <CheckboxGroup {...fields.list(name)} {...about} options={options} />;
    default:
      return options.length > MOST_RADIOS ? (
        <SelectField {...fields.field(name)} {...about} options={options} />
      ) : (
        <RadioGroup {...fields.field(name)} {...about} options={options} inline={!fact.options} />
      );
  }
}

function optionsOf({ type, options }: FactDefinition): readonly string[] {
  return options ?? (type === 'yes-no' ? YES_NO : YES_NO_UNKNOWN);
}
