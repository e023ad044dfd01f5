import { formatDate, formatDateTime, formatList } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Panel } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { Reference, Tag } from '#app/ui/tag.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import type { DeskPapers, EarlierCase } from '#app/usecases/casework/queries/desk-papers.server.ts';
import type { RefusedCommand } from './case-command.server.ts';

interface NotesProps {
  readonly papers: DeskPapers;
  readonly colleagues: readonly string[];
  readonly version: number;
  readonly refused: RefusedCommand | undefined;
}

/** What the desk's people write to each other of the case; nobody else reads it. */
function Notes({ papers, colleagues, version, refused }: NotesProps) {
  const t = useT('answering');
  const { language, timeZone } = useApp();
  const own = refused?.command === 'desk-note' ? refused : undefined;
  const fields = useFormFields({ values: own?.values ?? {}, errors: own?.errors });
  const names = formatList(colleagues, language);
  return (
    <Section title={t('notes.title')} id="notes">
      <p className="muted">{t('notes.lead')}</p>
      {papers.notes.length === 0 ? <p>{t('notes.none')}</p> : null}
      {papers.notes.map(({ id, author, body, at }) => (
        <Panel key={id}>
          <p className="muted">
            <bdi>{author}</bdi> · {formatDateTime(at, language, timeZone)}
          </p>
          <p className="whitespace-pre-line" dir="auto">
            {body}
          </p>
        </Panel>
      ))}
      <PostForm action="#notes">
        <HiddenFields values={{ command: 'desk-note', version }} />
        <TextArea
          {...fields.field('desk-note.body')}
          label={t('notes.body')}
          {...(names !== '' && { hint: t('notes.hint', { names }) })}
          rows={3}
          required
        />
        <Button look="secondary">{t('notes.add')}</Button>
      </PostForm>
    </Section>
  );
}

function Follow({ papers, version }: Pick<NotesProps, 'papers' | 'version'>) {
  const t = useT('answering');
  const { followed, followers } = papers;
  return (
    <PostForm inline>
      <HiddenFields values={{ command: followed ? 'unfollow' : 'follow', version }} />
      <Button look="secondary" small>
        {t(followed ? 'follow.undo' : 'follow.do')}
      </Button>{' '}
      <span className="muted">
        {followers > 0 ? t('follow.count', { count: followers }) : t('follow.hint')}
      </span>
    </PostForm>
  );
}

/** The three outcomes of an earlier case, those that there are. */
function outcomesOf(row: EarlierCase, t: ReturnType<typeof useT>): readonly string[] {
  const { operatorOutcome, complainantOutcome, regulatorOutcome } = row;
  return [
    ...(operatorOutcome === null ? [] : [t(`domain:operatorOutcome.${operatorOutcome}`)]),
    ...(complainantOutcome === null ? [] : [t(`domain:complainantOutcome.${complainantOutcome}`)]),
    ...(regulatorOutcome === null ? [] : [t(`domain:regulatorOutcome.${regulatorOutcome}`)]),
  ];
}

/** What this customer complained of before, with this operator alone. */
function History({ history }: Pick<DeskPapers, 'history'>) {
  const t = useT('answering');
  const { language, timeZone } = useApp();
  return (
    <Section title={t('history.title')} id="history">
      {history.length === 0 ? <p className="muted">{t('history.none')}</p> : null}
      <ul className="m-0 list-none p-0">
        {history.map(row => (
          <li key={row.reference} className="mb-3">
            <a href={`/operator/cases/${row.reference}`}>
              <Reference>{row.reference}</Reference>
            </a>{' '}
            <Tag>{t(`domain:state.${row.state}`)}</Tag>
            <br />
            {t(`taxonomy:category.${row.category}.label`)},{' '}
            {t('history.filed', { date: formatDate(row.filedAt, language, timeZone, 'medium') })}
            {outcomesOf(row, t).map(outcome => (
              <span key={outcome} className="muted block">
                {outcome}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the desk keeps beside a case for its own people: who follows it, notes, and what there was before. */
export function DeskPapersPart(props: NotesProps) {
  const { papers, version } = props;
  return (
    <>
      <div className="mt-6">
        <Follow papers={papers} version={version} />
      </div>
      <Notes {...props} />
      <History history={papers.history} />
    </>
  );
}
