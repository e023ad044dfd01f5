import { MAX_SITES, SITE_FIELDS } from '#app/domain/taxonomy/affected-sites.ts';
import type { FactDefinition } from '#app/domain/taxonomy/definition.ts';
import { factHint, factLabel, siteFieldLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';
import { FieldsetFrame } from '#app/ui/field-frame.tsx';
import type { useFormFields } from '#app/ui/form-fields.ts';
import { MoneyField } from '#app/ui/money-field.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import type { StepAnswers } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { hrefOf } from './step-paths.ts';

type Row = Readonly<Record<string, unknown>>;

function rowsOf(facts: unknown, key: string): readonly Row[] {
  const group = typeof facts === 'object' && facts !== null ? (facts as Row)[key] : undefined;
  return Array.isArray(group) ? group : [];
}

/** "Add another" and "Remove" change the group and keep what was typed; nothing is checked yet. */
export function changedSites(typed: StepAnswers): StepAnswers | null {
  const { add, remove, ...answers } = typed;
  const wanted = [add, remove].find(value => typeof value === 'string' && value !== '');
  if (typeof wanted !== 'string') return null;
  const [key = '', index] = wanted.split(':');
  const rows = rowsOf(answers.facts, key);
  const grown = rows.length < MAX_SITES ? [...rows, { place: '' }] : rows;
  const changed = index === undefined ? grown : rows.filter((_row, at) => String(at) !== index);
  return { ...answers, facts: { ...(answers.facts as Row | undefined), [key]: changed } };
}

/** One row more than the highest index among the fields; at least one. */
export function siteRows(values: Readonly<Record<string, unknown>>, key: string): readonly number[] {
  const indices = Object.keys(values).flatMap(name =>
    name.startsWith(`facts.${key}.`) ? Number(name.split('.')[2]) : [],
  );
  return [...Array(Math.max(0, ...indices) + 1).keys()];
}

interface SitesFieldProps {
  readonly fact: FactDefinition;
  readonly fields: ReturnType<typeof useFormFields>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The group of a business's sites, one row each; works by buttons of the form alone. */
export function SitesField({ fact, fields, values }: SitesFieldProps) {
  const t = useT('facts');
  const rows = siteRows(values, fact.key);
  return (
    <FieldsetFrame
      name={`facts.${fact.key}`}
      label={factLabel(t, fact)}
      hint={factHint(t, fact)}
      error={fields.errorOf(`facts.${fact.key}`)}
    >
      {rows.map(row => (
        <Site key={row} row={row} fact={fact} fields={fields} removable={rows.length > 1} />
      ))}
      {rows.length < MAX_SITES ? (
        <Button
          look="secondary"
          name="add"
          value={fact.key}
          formAction={`${hrefOf('facts')}#site-${rows.length}`}
        >
          {t('site.add')}
        </Button>
      ) : null}
    </FieldsetFrame>
  );
}

interface SiteProps extends Omit<SitesFieldProps, 'values'> {
  readonly row: number;
  readonly removable: boolean;
}

function Site({ row, fact, fields, removable }: SiteProps) {
  const t = useT('facts');
  const number = t('site.one', { number: row + 1 });
  const [place, ...figures] = SITE_FIELDS;
  const about = ({ key }: (typeof SITE_FIELDS)[number]) => ({
    ...fields.field(`facts.${fact.key}.${row}.${key}`),
    label: siteFieldLabel(t, key),
  });
  return (
    <fieldset id={`site-${row}`} className="mb-4 min-w-0 rounded border border-line px-4 pt-2">
      <legend className="px-1 font-bold">{number}</legend>
      <TextField {...about(place)} required maxLength={place.maxLength} />
      <div className="grid gap-x-6 sm:grid-cols-3">
        {figures.map(field =>
          field.type === 'money' ? (
            <MoneyField key={field.key} {...about(field)} />
          ) : (
            <TextField
              key={field.key}
              {...about(field)}
              inputMode={field.type === 'integer' ? 'numeric' : 'decimal'}
              dir="ltr"
              width="short"
            />
          ),
        )}
      </div>
      {removable ? (
        <p className="mb-4">
          <Button look="plain" name="remove" value={`${fact.key}:${row}`} formAction={hrefOf('facts')}>
            {t('site.remove')} <span className="sr-only">{number}</span>
          </Button>
        </p>
      ) : null}
    </fieldset>
  );
}
