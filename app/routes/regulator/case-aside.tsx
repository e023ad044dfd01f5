import type { SeenCase, SeenMessage } from '#app/domain/access/seen-case.ts';
import { isCategory } from '#app/domain/taxonomy/taxonomy.ts';
import { formatDate, formatDateTime, formatNumber } from '#app/i18n/format.ts';
import { categoryLabel } from '#app/i18n/taxonomy-texts.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { StateTag } from '#app/ui/case/state-tag.tsx';
import { Details, Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { Reference, Tag, type TagTone } from '#app/ui/tag.tsx';
import type {
  CaseMail,
  RecordState,
  RegulatorSide,
} from '#app/usecases/complaints/queries/regulator-case.server.ts';
import { caseHref, casesHref } from './case-links.ts';

/** What only the regulator sees of a case; each part is absent for who may not see it. */
export function CaseAside({ found, side }: { found: SeenCase; side: RegulatorSide }) {
  const { seen, summary } = found;
  return (
    <>
      {seen['internal-notes'] === undefined ? null : <Notes notes={seen['internal-notes']} />}
      {seen.recurrence === undefined ? null : (
        <Recurrence others={seen.recurrence} reference={summary.reference} />
      )}
      {side.record === null ? null : <Record record={side.record} />}
      {side.mails === null ? null : (
        <div className="section">
          <Mails mails={side.mails} />
        </div>
      )}
    </>
  );
}

function Notes({ notes }: { notes: readonly SeenMessage[] }) {
  const t = useT('regulator');
  const { language, timeZone } = useApp();
  return (
    <Section title={t('case.notes')} id="notes">
      {notes.length === 0 ? <p className="muted">{t('case.noNotes')}</p> : null}
      {notes.map(note => (
        <div key={note.id}>
          <p className="muted">
            {[note.authorName, formatDateTime(note.at, language, timeZone)].filter(Boolean).join(', ')}
          </p>
          <blockquote className="whitespace-pre-line" dir="auto">
            {note.body}
          </blockquote>
        </div>
      ))}
    </Section>
  );
}

interface RecurrenceProps {
  readonly others: NonNullable<SeenCase['seen']['recurrence']>;
  readonly reference: string;
}

function Recurrence({ others, reference }: RecurrenceProps) {
  const t = useT('regulator');
  const { language, timeZone } = useApp();
  if (others.length === 0) {
    return (
      <Section title={t('case.recurrence')} id="recurrence">
        <p className="muted">{t('case.noRecurrence')}</p>
      </Section>
    );
  }
  const formatted = formatNumber(others.length, language);
  return (
    <Section title={t('case.recurrence')} id="recurrence">
      <p>{t('case.recurrenceCount', { count: others.length, formatted })}</p>
      <ul className="plain">
        {others.map(other => (
          <li key={other.reference}>
            <a href={caseHref(other.reference)}>
              <Reference>{other.reference}</Reference>
            </a>{' '}
            {isCategory(other.category) ? categoryLabel(t, other.category) : other.category},{' '}
            {formatDate(other.filedAt, language, timeZone, 'short')} <StateTag state={other.state} />
          </li>
        ))}
      </ul>
      <p>
        <a href={casesHref({ same: reference })}>{t('case.recurrenceList')}</a>
      </p>
    </Section>
  );
}

const MAIL_TONES: Readonly<Record<string, TagTone>> = { queued: 'attention', sent: 'good', failed: 'bad' };

function Mails({ mails }: { mails: readonly CaseMail[] }) {
  const t = useT('regulator');
  const { language, timeZone } = useApp();
  return (
    <Details summary={`${t('case.mails')} (${formatNumber(mails.length, language)})`}>
      {mails.length === 0 ? <p className="muted">{t('case.noMails')}</p> : null}
      <ul className="plain">
        {mails.map(mail => {
          const [audience, command] = mail.kind.split('.');
          return (
            <li key={mail.id}>
              {t(`mail.to.${audience}`)}: {t(`domain:command.${command}`)}{' '}
              <Tag tone={MAIL_TONES[mail.state] ?? 'neutral'}>{t(`mail.state.${mail.state}`)}</Tag>
              <br />
              <span className="muted">
                <bdi dir="ltr">{mail.recipient}</bdi>,{' '}
                {formatDateTime(mail.sentAt ?? mail.createdAt, language, timeZone)}
              </span>
              {mail.lastError === null ? null : <p dir="ltr">{mail.lastError}</p>}
            </li>
          );
        })}
      </ul>
    </Details>
  );
}

function Record({ record }: { record: RecordState }) {
  const t = useT('regulator');
  return (
    <Section title={t('case.record')} id="record">
      {record.fault === null ? (
        <p>{t('case.recordOk')}</p>
      ) : (
        <Notice kind="error">
          <p>{t('case.recordBroken', { number: record.fault.seq })}</p>
        </Notice>
      )}
      <Details summary={t('case.lastSeal')}>
        <code className="break-all" dir="ltr">
          {record.lastSeal}
        </code>
      </Details>
    </Section>
  );
}
