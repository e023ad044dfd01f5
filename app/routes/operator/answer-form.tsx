import type { SeenCase, SeenEvidence } from '#app/domain/access/seen-case.ts';
import { TEXT_LENGTH } from '#app/domain/case/answer.ts';
import { useT } from '#app/i18n/use-translation.ts';
import type { FlatValues } from '#app/platform/http/form-values.server.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { EvidenceFiles } from '#app/ui/case/evidence-part.tsx';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Panel } from '#app/ui/notice.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import type { Template } from '#app/usecases/casework/templates.server.ts';
import type { AskedIssue } from '#app/usecases/responses/queries/answer-page.server.ts';
import { AnnexFields } from './annex-fields.tsx';
import { IssueFields } from './answer-issue.tsx';
import type { AnswerState } from './give-answer.server.ts';

/** How the answer goes: straight to the complainant, to the second reader, or from the second reader. */
export type Sending = 'send' | 'submit' | 'approve';

export interface AnswerFormProps {
  readonly found: SeenCase;
  /** Files that wait with the answer. */
  readonly held: readonly SeenEvidence[];
  readonly asked: readonly AskedIssue[];
  readonly templates: readonly Template[];
  readonly sending: Sending;
  /** What stands in the fields: what was just typed, a draft, or what somebody else submitted. */
  readonly values: FlatValues;
  readonly revision: number;
  /** The waiting answer that the second reader has before them. */
  readonly proposalId: string | null;
  readonly refused: AnswerState | undefined;
}

/** What Enter in a field does: the browser takes the first button of a form. */
function DefaultButton({ intent, confirm }: { readonly intent: Sending; readonly confirm: string }) {
  return <button type="submit" name="intent" value={intent} data-confirm={confirm} hidden />;
}

function TemplateFields({ templates }: Pick<AnswerFormProps, 'templates'>) {
  const t = useT('answering');
  if (templates.length === 0) return null;
  const options = templates.map(({ id, name, language }) => ({
    value: id,
    label: `${name} (${t(`common:language.${language}`)})`,
  }));
  return (
    <div className="panel">
      <SelectField name="template" label={t('template.choose')} hint={t('template.hint')} options={options} />
      <Button look="secondary" name="intent" value="template">
        {t('template.insert')}
      </Button>
    </div>
  );
}

function useSendTexts(sending: Sending) {
  const t = useT('answering');
  if (sending === 'submit') return { label: t('second.submit'), confirm: t('second.confirm') };
  const label = sending === 'approve' ? t('second.approve') : t('operator:answer.send');
  return { label, confirm: t('operator:answer.confirm') };
}

interface AnswerFieldsProps {
  readonly asked: readonly AskedIssue[];
  readonly fields: ReturnType<typeof useFormFields>;
  /** The files of the case. */
  readonly proofs: readonly SeenEvidence[];
  readonly held?: readonly SeenEvidence[];
  readonly filesApart?: boolean;
}

/** What is said of each issue, and to the customer. */
export function AnswerFields({ asked, ...props }: AnswerFieldsProps) {
  const t = useT('operator');
  return (
    <>
      {asked.map((issue, index) => (
        <IssueFields key={issue.issue} asked={issue} index={index} total={asked.length} {...props} />
      ))}
      <TextArea
        {...props.fields.field('message')}
        label={t('answer.message')}
        hint={t('answer.messageHint')}
        rows={6}
        maxLength={TEXT_LENGTH.max}
        required
      />
    </>
  );
}

/** The files that wait with an answer, to be looked at before it is sent. */
function HeldFiles({ held, originals }: { held: readonly SeenEvidence[]; originals: boolean }) {
  const t = useT('answering');
  if (held.length === 0) return null;
  return (
    <Panel title={t('held.title')}>
      <p className="muted mb-3">{t('held.lead')}</p>
      <EvidenceFiles files={held} originals={originals} />
    </Panel>
  );
}

/** An answer that waits for its second reader, as those see it who may not send it. */
export function WaitingAnswer(props: Pick<AnswerFormProps, 'found' | 'asked' | 'values' | 'held'>) {
  const { found, asked, values, held } = props;
  const fields = useFormFields({ values, errors: undefined });
  const proofs = found.seen['evidence-copy'] ?? [];
  return (
    <>
      <HeldFiles held={held} originals={found.originals} />
      <PostForm>
        <fieldset disabled>
          <AnswerFields {...{ asked, fields, proofs, held }} filesApart />
        </fieldset>
      </PostForm>
    </>
  );
}

/** An answer to each issue that is asked, and to the customer. */
export function AnswerForm(props: AnswerFormProps) {
  const { found, held, asked, templates, sending, values, revision, proposalId, refused } = props;
  const t = useT('answering');
  const fields = useFormFields({ values, errors: refused?.errors });
  const { reference } = found.summary;
  const { label, confirm } = useSendTexts(sending);
  const draft = `/operator/cases/${reference}/answer/draft`;
  return (
    <div
      data-autosave={sending === 'approve' ? undefined : draft}
      data-live="/operator/live"
      data-unsaved={refused === undefined || refused.kind === 'draft-conflict' ? undefined : ''}
      data-saved={t('draft.saved', { time: '%time%' })}
      data-conflict={t('draft.conflict')}
      data-failed={t('draft.failed')}
      data-changed={t('writers.changed')}
    >
      <PostForm multipart>
        <DefaultButton intent={sending} confirm={confirm} />
        <HiddenFields values={{ version: found.version, revision, proposal: proposalId }} />
        <TemplateFields templates={templates} />
        <HeldFiles held={held} originals={found.originals} />
        <AnswerFields {...{ asked, fields, held }} proofs={found.seen['evidence-copy'] ?? []} />
        {found.summary.track === 'wholesale' ? <AnnexFields fields={fields} command="annex" /> : null}
        <p className="muted" data-draft-state aria-live="polite" />
        <ButtonRow>
          <Button name="intent" value={sending} confirm={confirm}>
            {label}
          </Button>
          <Button look="secondary" name="intent" value="check">
            {t('check.do')}
          </Button>
          {sending === 'approve' ? null : (
            <Button look="secondary" name="intent" value="draft">
              {t('draft.save')}
            </Button>
          )}
          <LinkButton look="plain" href={`/operator/cases/${reference}`}>
            {t('operator:answer.back')}
          </LinkButton>
        </ButtonRow>
        {sending === 'approve' ? <ReturnFields fields={fields} /> : null}
      </PostForm>
    </div>
  );
}

function ReturnFields({ fields }: { readonly fields: ReturnType<typeof useFormFields> }) {
  const t = useT('answering');
  return (
    <div className="panel">
      <TextArea
        {...fields.field('remark')}
        label={t('second.remark')}
        hint={t('second.remarkHint')}
        rows={3}
        required
      />
      <Button look="secondary" name="intent" value="return">
        {t('second.return')}
      </Button>
    </div>
  );
}
