import { useT } from '#app/i18n/use-translation.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { Verdict } from '#app/usecases/answers-csv/answer-file.server.ts';

const TONES = {
  ready: 'good',
  sent: 'good',
  waiting: 'attention',
  'sent-before': 'neutral',
  refused: 'bad',
} as const satisfies Record<Verdict['outcome'], string>;

/** The line and the column of the file that a refused field stands in. */
function placeOf(field: string, lines: readonly number[]): { line: number | undefined; column: string } {
  const [, index, column] = /^items\.(\d+)\.(.+)$/.exec(field) ?? [];
  return index === undefined || column === undefined
    ? { line: lines[0], column: field }
    : { line: lines[Number(index)], column };
}

function Reasons({ code, fields, lines }: Verdict) {
  const t = useT('api');
  const errors = useT('errors');
  const named = Object.entries(fields);
  if (code === null) return null;
  if (named.length === 0) return <>{errors(`${code}.title`)}</>;
  return (
    <ul className="space-y-1">
      {named.map(([field, { code: reason, params = {} }]) => {
        const { line, column } = placeOf(field, lines);
        return (
          <li key={field}>
            {t('csv.place', { line: line ?? '' })} <code dir="ltr">{column}</code>:{' '}
            {errors(`field.${reason}`, params)}
          </li>
        );
      })}
    </ul>
  );
}

/** Case by case what a file does or did, and why not. */
export function VerdictTable({ verdicts }: { verdicts: readonly Verdict[] }) {
  const t = useT('api');
  return (
    <DataTable
      stack
      id="verdicts"
      caption={t('csv.caption')}
      captionHidden
      rows={verdicts}
      rowKey={({ reference, lines }) => `${reference} ${lines[0] ?? ''}`}
      empty={t('csv.nothing')}
      columns={[
        {
          key: 'reference',
          header: t('csv.case'),
          cell: ({ reference }) => (
            <a href={`/operator/cases/${encodeURIComponent(reference)}`}>
              <bdi dir="ltr">{reference}</bdi>
            </a>
          ),
          rowHeader: true,
        },
        {
          key: 'lines',
          header: t('csv.lines'),
          cell: ({ lines }) => <bdi dir="ltr">{lines.join(', ')}</bdi>,
        },
        {
          key: 'outcome',
          header: t('csv.result'),
          cell: ({ outcome }) => <Tag tone={TONES[outcome]}>{t(`csv.outcome.${outcome}`)}</Tag>,
          tight: true,
        },
        { key: 'reasons', header: t('csv.reasons'), cell: verdict => <Reasons {...verdict} /> },
      ]}
    />
  );
}
