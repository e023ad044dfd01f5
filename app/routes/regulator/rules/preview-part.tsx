import type { ReactNode } from 'react';
import { formatDate, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Reference } from '#app/ui/tag.tsx';
import type { VersionPreview } from '#app/usecases/rules/queries/preview-version.server.ts';

interface PreviewProps {
  readonly preview: VersionPreview;
  /** The page's address up to the place of a further page. */
  readonly pageHref: string;
  /** What can be done about it, between the counts and the cases. */
  readonly children: ReactNode;
}

/** How many open cases would move, by operator, and each with its dates before and after. */
export function PreviewPart({ preview, pageHref, children }: PreviewProps) {
  const t = useT('rules');
  const { language } = useApp();
  const { cases, checked, earlier, next } = preview;
  const numbers = {
    count: cases,
    cases: formatNumber(cases, language),
    checked: formatNumber(checked, language),
  };
  return (
    <>
      <Notice kind={cases === 0 ? 'success' : 'info'}>
        <p>{cases === 0 ? t('preview.none') : t('preview.some', numbers)}</p>
      </Notice>
      {earlier > 0 ? (
        <Notice kind="warning">
          {t('preview.earlier', { count: earlier, earlier: formatNumber(earlier, language) })}
        </Notice>
      ) : null}
      {children}
      {cases === 0 ? null : (
        <div className="grid items-start gap-x-10 gap-y-6 mt-6 lg:grid-cols-[1fr_2fr]">
          <ByOperator preview={preview} />
          <Moves preview={preview} />
        </div>
      )}
      <Pagination nextHref={next === null ? undefined : `${pageHref}after=${next}#activation`} />
    </>
  );
}

function ByOperator({ preview }: { preview: VersionPreview }) {
  const t = useT('rules');
  const { language } = useApp();
  return (
    <DataTable
      id="by-operator"
      caption={t('preview.byOperator')}
      rows={preview.byOperator}
      rowKey={({ operator }) => operator}
      columns={[
        {
          key: 'operator',
          header: t('preview.operator'),
          rowHeader: true,
          cell: ({ operator }) => <bdi>{operator}</bdi>,
        },
        {
          key: 'cases',
          header: t('preview.cases'),
          numeric: true,
          cell: ({ cases }) => formatNumber(cases, language),
        },
      ]}
    />
  );
}

function Moves({ preview }: { preview: VersionPreview }) {
  const t = useT('rules');
  const { language, timeZone } = useApp();
  const date = (at: string) => formatDate(at, language, timeZone, 'medium');
  return (
    <DataTable
      id="moves"
      caption={t('preview.moves')}
      rows={preview.rows}
      rowKey={({ id }) => id}
      rowHref={({ reference }) => `/regulator/cases/${reference}`}
      columns={[
        {
          key: 'case',
          header: t('preview.case'),
          rowHeader: true,
          tight: true,
          cell: ({ reference }) => (
            <a href={`/regulator/cases/${reference}`}>
              <Reference>{reference}</Reference>
            </a>
          ),
        },
        { key: 'operator', header: t('preview.operator'), cell: ({ operator }) => <bdi>{operator}</bdi> },
        { key: 'clock', header: t('field.clock'), cell: ({ kind }) => t(`domain:clock.${kind}`) },
        { key: 'from', header: t('preview.from'), tight: true, cell: ({ fromDueAt }) => date(fromDueAt) },
        {
          key: 'to',
          header: t('preview.to'),
          tight: true,
          cell: ({ toDueAt }) => <strong>{date(toDueAt)}</strong>,
        },
      ]}
    />
  );
}
