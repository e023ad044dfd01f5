import { DELIVERY_CHANNELS } from '#app/domain/service/outcomes.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { FilterBar } from '#app/ui/navigation.tsx';
import type { RegisteredOperator } from '#app/usecases/complaints/queries/register-of-operators.server.ts';
import { DELIVERY_VIEWS, type DeliveryFilter } from '#app/usecases/service/delivery-filter.schema.ts';

interface DeliveryFiltersProps {
  readonly filter: DeliveryFilter;
  readonly operators: readonly RegisteredOperator[];
}

export function DeliveryFilters({ filter, operators }: DeliveryFiltersProps) {
  const t = useT('service');
  const filtered = filter.operator || filter.channel || filter.show !== 'undelivered';
  return (
    <FilterBar action="/regulator/deliveries" clearHref={filtered ? '/regulator/deliveries' : undefined} auto>
      <SelectField
        name="show"
        label={t('page.show')}
        defaultValue={filter.show}
        empty={false}
        options={DELIVERY_VIEWS.map(value => ({ value, label: t(`page.view.${value}`) }))}
      />
      <SelectField
        name="operator"
        label={t('page.operator')}
        defaultValue={filter.operator}
        empty={t('page.anyOperator')}
        options={operators.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="channel"
        label={t('panel.channel')}
        defaultValue={filter.channel}
        empty={t('page.anyChannel')}
        options={DELIVERY_CHANNELS.map(value => ({ value, label: t(`domain:deliveryChannel.${value}`) }))}
      />
    </FilterBar>
  );
}
