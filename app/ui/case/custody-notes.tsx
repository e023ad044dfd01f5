import type { SeenCustody, SeenEvidence } from '#app/domain/access/seen-case.ts';
import { isOpening } from '#app/domain/evidence/custody.ts';
import { formatDateTime, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '../app-context.tsx';
import { type Column, DataTable } from '../data-table.tsx';
import { Details } from '../notice.tsx';

interface CustodyNotesProps {
  readonly file: SeenEvidence;
  /** Absent for who may not read the custody log. */
  readonly entries: readonly SeenCustody[] | undefined;
}

/** What staff learn of a file beside its name: what the scanner said, and for the regulator who opened it. */
export function CustodyNotes({ file, entries }: CustodyNotesProps) {
  const t = useT('custody');
  return (
    <>
      {file.scanState === 'unscanned' && file.standing !== 'being-checked' ? (
        <p className="muted">{t('notScanned')}</p>
      ) : null}
      {file.finding === null ? null : <p className="muted">{t('finding', { finding: file.finding })}</p>}
      {entries === undefined ? null : <CustodyLog file={file} entries={entries} />}
    </>
  );
}

/** The newest first. */
function CustodyLog({ file, entries }: { file: SeenEvidence; entries: readonly SeenCustody[] }) {
  const t = useT('custody');
  const { language, timeZone } = useApp();
  if (entries.length === 0) return <p className="muted">{t('log.none')}</p>;
  const columns: readonly Column<SeenCustody>[] = [
    {
      key: 'at',
      header: t('log.when'),
      cell: ({ at }) => formatDateTime(at, language, timeZone),
      tight: true,
    },
    { key: 'who', header: t('log.who'), cell: entry => <Who entry={entry} />, rowHeader: true },
    { key: 'what', header: t('log.what'), cell: ({ action }) => t(`action.${action}`) },
  ];
  const opened = entries.filter(({ action }) => isOpening(action)).length;
  const count = { count: opened, number: formatNumber(opened, language) };
  return (
    <Details summary={t('log.title', count)}>
      <DataTable
        stack
        id={`custody-${file.id}`}
        caption={t('log.caption', { name: file.fileName })}
        captionHidden
        columns={columns}
        rows={entries.toReversed()}
        rowKey={({ at, action, actorId }) => `${at} ${action} ${actorId}`}
      />
    </Details>
  );
}

function Who({ entry: { actorRole, actorName, actorOrganisation } }: { entry: SeenCustody }) {
  const t = useT('domain');
  const role = [t(`role.${actorRole}`), actorOrganisation].filter(Boolean).join(', ');
  if (actorName === null) return role;
  return (
    <>
      <bdi>{actorName}</bdi> ({role})
    </>
  );
}
