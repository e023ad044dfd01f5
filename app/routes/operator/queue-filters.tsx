import { SERVICES } from '#app/domain/taxonomy/definition.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Checkbox, SelectField } from '#app/ui/choice-fields.tsx';
import { FilterBar } from '#app/ui/navigation.tsx';
import { Details } from '#app/ui/notice.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import {
  FILED_BY,
  QUEUE_VIEWS,
  type QueueFilter,
  queueQuery,
  SEEN_STATES,
  SORTS,
} from '#app/usecases/complaints/queue-filter.schema.ts';

/** What the filters offer, with its labels. */
export interface FilterChoices {
  readonly categories: readonly string[];
  readonly regions: Readonly<Record<string, string>>;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

interface FiltersProps extends FilterChoices {
  readonly filter: QueueFilter;
  /** Where the list without filters is. */
  readonly home: string;
}

const FURTHER = ['service', 'region', 'source', 'sort', 'urgent', 'disputed', 'flagged'] as const;

function MainFilters({ filter, categories, people }: FiltersProps) {
  const t = useT('operator');
  return (
    <>
      <TextField name="text" type="search" label={t('queue.search')} defaultValue={filter.text} />
      <SelectField
        name="show"
        label={t('queue.show')}
        defaultValue={filter.show}
        empty={false}
        options={QUEUE_VIEWS.map(value => ({ value, label: t(`queue.view.${value}`) }))}
      />
      <SelectField
        name="state"
        label={t('queue.state')}
        defaultValue={filter.state}
        empty={t('queue.anyState')}
        options={SEEN_STATES.map(value => ({ value, label: t(`domain:state.${value}`) }))}
      />
      <SelectField
        name="category"
        label={t('queue.category')}
        defaultValue={filter.category}
        empty={t('queue.anyCategory')}
        options={categories.map(value => ({ value, label: t(`taxonomy:category.${value}.label`) }))}
      />
      <SelectField
        name="assignee"
        label={t('desk:filter.assignee')}
        defaultValue={filter.assignee}
        empty={t('desk:filter.anyone')}
        options={[
          { value: 'me', label: t('desk:me') },
          { value: 'nobody', label: t('desk:nobody') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  );
}

function FurtherFilters({ filter, regions }: FiltersProps) {
  const t = useT('desk');
  const any = t('filter.any');
  return (
    <>
      <SelectField
        name="service"
        label={t('filter.service')}
        defaultValue={filter.service}
        empty={any}
        options={SERVICES.map(value => ({ value, label: t(`taxonomy:service.${value}`) }))}
      />
      <SelectField
        name="region"
        label={t('filter.region')}
        defaultValue={filter.region}
        empty={any}
        options={Object.entries(regions).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name="source"
        label={t('filter.source')}
        defaultValue={filter.source}
        empty={any}
        options={FILED_BY.map(value => ({ value, label: t(`source.${value}`) }))}
      />
      <SelectField
        name="sort"
        label={t('filter.sort')}
        defaultValue={filter.sort}
        empty={t('filter.usualSort')}
        options={SORTS.map(value => ({ value, label: t(`sort.${value}`) }))}
      />
      {(['urgent', 'disputed', 'flagged'] as const).map(mark => (
        <Checkbox
          key={mark}
          name={mark}
          value="1"
          label={t(`filter.${mark}`)}
          defaultChecked={filter[mark] === '1'}
        />
      ))}
    </>
  );
}

/** The filters of the queue: they stand in the address. */
export function QueueFilters(props: FiltersProps) {
  const t = useT('desk');
  const { filter, home } = props;
  return (
    <FilterBar
      action="/operator"
      clearHref={queueQuery(filter).size > 0 ? home : undefined}
      auto
      further={
        <Details summary={t('filter.further')} open={FURTHER.some(name => filter[name] !== undefined)}>
          <div className="filters-further">
            <FurtherFilters {...props} />
          </div>
        </Details>
      }
    >
      <MainFilters {...props} />
    </FilterBar>
  );
}
