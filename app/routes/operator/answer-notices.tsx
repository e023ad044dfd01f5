import type { SeenCase } from '#app/domain/access/seen-case.ts';
import { formatDate, formatDateTime, formatList, formatTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Reference } from '#app/ui/tag.tsx';
import type { Writer } from '#app/usecases/casework/answer-presence.server.ts';
import type { ShownProposal } from '#app/usecases/casework/queries/desk-papers.server.ts';
import type { Comparison } from '#app/usecases/responses/check-answer.server.ts';

/** Who else is writing. The template of the sentence stands beside it for the script that keeps it up to date. */
export function WritersNotice({ writers, live }: { writers: readonly Writer[]; live?: boolean }) {
  const t = useT('answering');
  const { language, timeZone } = useApp();
  if (writers.length === 0 && !live) return null;
  return (
    <div
      data-writers={live ? t('writers.since', { name: '%name%', time: '%time%' }) : undefined}
      hidden={writers.length === 0}
      aria-live="polite"
    >
      <Notice kind="warning">
        <ul className="m-0 list-none p-0">
          {writers.map(({ name, since }) => (
            <li key={name}>{t('writers.since', { name, time: formatTime(since, language, timeZone) })}</li>
          ))}
        </ul>
        <p>{t('writers.safe')}</p>
      </Notice>
    </div>
  );
}

/** An answer that waits for its second reader, or that came back with a remark. */
export function ProposalNotice({ proposal, found }: { proposal: ShownProposal | null; found: SeenCase }) {
  const t = useT('answering');
  const { language, timeZone } = useApp();
  if (proposal === null || (proposal.state === 'returned' && proposal.reader === null)) return null;
  if (proposal.state === 'returned') {
    return (
      <Notice kind="warning" title={t('second.returned', { reader: proposal.reader })}>
        <blockquote className="whitespace-pre-line" dir="auto">
          {proposal.remark}
        </blockquote>
      </Notice>
    );
  }
  const date = formatDateTime(proposal.submittedAt, language, timeZone);
  const respond = found.seen.clocks?.findLast(({ kind }) => kind === 'respond');
  const near = respond !== undefined && ['soon', 'overdue'].includes(respond.standing);
  return (
    <Notice kind={near ? 'warning' : 'info'}>
      <p>{t('second.waiting', { author: proposal.author, date })}</p>
      {near ? (
        <p>
          <strong>{t('second.dueSoon', { date: formatDate(respond.dueOn, language, timeZone) })}</strong>
        </p>
      ) : null}
      {proposal.mine ? (
        <PostForm action={`/operator/cases/${found.summary.reference}/answer`}>
          <HiddenFields values={{ version: found.version, intent: 'take-back' }} />
          <Button look="secondary" small>
            {t('second.takeBack')}
          </Button>
        </PostForm>
      ) : null}
    </Notice>
  );
}

/** Which earlier answers say much the same, how much, and what would make this one the customer's own. */
export function AlikeNotice({ comparison }: { comparison: Comparison | null | undefined }) {
  const t = useT('answering');
  const { language, timeZone } = useApp();
  if (!comparison || comparison.alike.length === 0) return null;
  const { alike, toAdd, refused } = comparison;
  const list = formatList(
    toAdd.map(kind => t(`alike.particular.${kind}`)),
    language,
  );
  return (
    <Notice kind={refused ? 'error' : 'warning'} title={t('alike.title')}>
      <ul>
        {alike.slice(0, 3).map(({ reference, percent, at }) => (
          <li key={`${reference}/${at}`}>
            {t('alike.row', { percent, date: formatDate(at, language, timeZone) })}{' '}
            <a href={`/operator/cases/${reference}#answers`}>
              <Reference>{reference}</Reference>
            </a>
          </li>
        ))}
      </ul>
      {list === '' ? null : <p>{t('alike.toAdd', { list })}</p>}
    </Notice>
  );
}
