import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, SelectField } from '#app/ui/choice-fields.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { type QueueFilter, queueQuery } from '#app/usecases/complaints/queue-filter.schema.ts';
import { BULK_FORM } from './queue-table.tsx';

interface BulkBarProps {
  readonly filter: QueueFilter;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** What can be done with the chosen rows at once; each command but a mark is shown first for what it would do. */
export function BulkBar({ filter, people }: BulkBarProps) {
  const t = useT('desk');
  return (
    <form id={BULK_FORM} method="post" action="/operator/bulk" className="bulk" data-bulk="" noValidate>
      <HiddenFields values={{ query: queueQuery(filter).toString() }} />
      <p className="bulk-count" data-bulk-count={t('bulk.chosen')} role="status" />
      <Checkbox name="all" label={t('bulk.all')} />
      <SelectField
        name="to"
        label={t('bulk.to')}
        required
        empty={false}
        options={[
          { value: 'me', label: t('me') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'nobody', label: t('nobody') },
        ]}
      />
      <Button look="secondary" small name="do" value="assign">
        {t('bulk.assign')}
      </Button>
      <Button look="secondary" small name="do" value="acknowledge">
        {t('bulk.acknowledge')}
      </Button>
      <Button look="secondary" small name="do" value="answer">
        {t('bulk.answer')}
      </Button>
      <Button look="plain" small name="do" value="flag">
        {t('bulk.flag')}
      </Button>
      <Button look="plain" small name="do" value="unflag">
        {t('bulk.unflag')}
      </Button>
    </form>
  );
}
