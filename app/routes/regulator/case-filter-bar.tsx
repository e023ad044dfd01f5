import { maySee } from '#app/domain/access/visibility.ts';
import { OPERATOR_OUTCOMES, REGULATOR_OUTCOMES } from '#app/domain/case/outcomes.ts';
import type { Role } from '#app/domain/case/states.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { DateField } from '#app/ui/date-fields.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { FilterBar } from '#app/ui/navigation.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import {
  type CaseFilter,
  FILED_STATES,
  JUDGEMENTS,
  MARKS,
  OLDEST,
} from '#app/usecases/complaints/case-filter.schema.ts';
import type { CellFilter } from '#app/usecases/statistics/figures-filter.schema.ts';

interface Named {
  readonly value: string;
  readonly label: string;
}

/** What the filters offer besides what the domain itself lists. */
export interface OfferedFilters {
  readonly operators: readonly Named[];
  readonly categories: readonly string[];
  readonly regions: readonly Named[];
  readonly tracks: readonly string[];
}

interface CellFieldsProps {
  readonly filter: CellFilter;
  readonly offered: OfferedFilters;
}

/** The filters that lists and figures share. */
export function CellFields({ filter, offered }: CellFieldsProps) {
  const t = useT('regulator');
  const all = t('filter.all');
  const named = (keys: readonly string[], prefix: string, suffix = '') =>
    keys.map(key => ({ value: key, label: t(`${prefix}.${key}${suffix}`) }));
  return (
    <>
      <SelectField
        name="operator"
        label={t('column.operator')}
        options={offered.operators}
        defaultValue={filter.operator}
        empty={all}
      />
      <SelectField
        name="category"
        label={t('column.category')}
        options={named(offered.categories, 'taxonomy:category', '.label')}
        defaultValue={filter.category}
        empty={all}
      />
      <SelectField
        name="region"
        label={t('column.region')}
        options={offered.regions}
        defaultValue={filter.region}
        empty={all}
      />
      <SelectField
        name="track"
        label={t('column.track')}
        options={named(offered.tracks, 'taxonomy:track', '.label')}
        defaultValue={filter.track}
        empty={all}
      />
    </>
  );
}

/** First and last day of filing. */
export function PeriodFields({ filter }: { filter: CellFilter }) {
  const t = useT('regulator');
  return (
    <>
      <DateField name="from" label={t('filter.from')} defaultValue={filter.from} />
      <DateField name="to" label={t('filter.to')} defaultValue={filter.to} />
    </>
  );
}

interface CaseFilterBarProps {
  readonly filter: CaseFilter;
  readonly offered: OfferedFilters;
  readonly role: Role;
}

export function CaseFilterBar({ filter, offered, role }: CaseFilterBarProps) {
  const t = useT('regulator');
  const all = t('filter.all');
  const options = (keys: readonly string[], prefix: string) =>
    keys.map(key => ({ value: key, label: t(`${prefix}.${key}`) }));
  const narrowed = Object.keys(filter).length > 0;
  return (
    <FilterBar action="/regulator/cases" clearHref={narrowed ? '/regulator/cases' : undefined}>
      <TextField
        name="text"
        type="search"
        label={maySee(role, 'narrative') ? t('filter.text') : t('column.reference')}
        defaultValue={filter.text}
      />
      <SelectField
        name="state"
        label={t('column.state')}
        options={options(FILED_STATES, 'domain:state')}
        defaultValue={filter.state}
        empty={all}
      />
      <SelectField
        name="is"
        label={t('filter.is')}
        options={options(MARKS, 'mark')}
        defaultValue={filter.is}
        empty={all}
      />
      <SelectField
        name="outcome"
        label={t('column.outcome')}
        groups={[
          { label: t('filter.declared'), options: options(OPERATOR_OUTCOMES, 'domain:operatorOutcome') },
          { label: t('filter.confirmed'), options: options(JUDGEMENTS, 'domain:complainantOutcome') },
          { label: t('filter.decided'), options: options(REGULATOR_OUTCOMES, 'domain:regulatorOutcome') },
        ]}
        defaultValue={filter.outcome}
        empty={all}
      />
      <CellFields filter={filter} offered={offered} />
      <PeriodFields filter={filter} />
      <SelectField
        name="order"
        label={t('filter.order')}
        options={[{ value: OLDEST, label: t('filter.oldest') }]}
        defaultValue={filter.order}
        empty={t('filter.newest')}
      />
      <HiddenFields values={{ same: filter.same }} />
    </FilterBar>
  );
}
