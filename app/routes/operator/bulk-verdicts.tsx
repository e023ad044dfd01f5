import { useT } from '#app/i18n/use-translation.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Reference, Tag } from '#app/ui/tag.tsx';
import type { BulkVerdict } from '#app/usecases/desk/bulk-cases.server.ts';
import type { BulkState } from './bulk-order.server.ts';

/** The reasons that the catalogue names; any other one is a case that can't take the command. */
const REASONS = [
  'command-not-permitted',
  'case-changed',
  'invalid-input',
  'answer-without-substance',
  'needs-approval',
  'same',
] as const;

function Reason({ code, fields }: Pick<BulkVerdict, 'code' | 'fields'>) {
  const t = useT('desk');
  const reason = REASONS.find(known => known === code) ?? 'command-not-permitted';
  const named = Object.values(fields).map(({ code: field, params }) =>
    t(`errors:field.${field}`, { ...params }),
  );
  return <>{t(`bulk.reason.${reason}`, { fields: [...new Set(named)].join(' · ') })}</>;
}

/** What becomes of each case; those that are refused stand first. */
export function BulkVerdicts({ state: { verdicts, step } }: { state: BulkState }) {
  const t = useT('desk');
  const done = step === 'done';
  return (
    <DataTable
      stack
      id="verdicts"
      caption={t('bulk.outcome')}
      captionHidden
      rows={[...verdicts.filter(({ ok }) => !ok), ...verdicts.filter(({ ok }) => ok)]}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'reference',
          header: t('operator:queue.column.reference'),
          rowHeader: true,
          tight: true,
          cell: ({ reference }) => (
            <a href={`/operator/cases/${reference}`}>
              <Reference>{reference}</Reference>
            </a>
          ),
        },
        {
          key: 'outcome',
          header: t('bulk.outcome'),
          tight: true,
          cell: ({ ok }) => (
            <Tag tone={ok ? 'good' : 'bad'}>
              {t(ok ? (done ? 'bulk.done' : 'bulk.would') : 'bulk.refused')}
            </Tag>
          ),
        },
        {
          key: 'reason',
          header: t('bulk.why'),
          cell: ({ ok, code, fields }) => (ok ? '' : <Reason code={code} fields={fields} />),
        },
      ]}
    />
  );
}
