import type { SeenCase } from '#app/domain/access/seen-case.ts';
import { formatDateTime } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import type { Refused } from '#app/platform/http/refusal.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice-fields.tsx';
import { TextDifference } from '#app/ui/collective/text-difference.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Details, Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';
import { PUBLIC_TEXT_LENGTH, PUBLIC_TITLE_LENGTH } from '#app/usecases/collective/public-text.schema.ts';
import type { SeenText } from '#app/usecases/collective/queries/collective-case.server.ts';

interface TextCommandsProps {
  readonly found: SeenCase;
  readonly texts: readonly SeenText[];
  readonly refused: Refused | undefined;
}

/** What an officer does with the proposed text and with the gathering of supporters. */
export function TextCommands({ found, texts, refused }: TextCommandsProps) {
  const t = useT('collective');
  const waiting = texts.find(({ state }) => state === 'proposed');
  const { commands, version } = found;
  const overtaken = refused !== undefined && Object.keys(refused.errors).length === 0;
  return (
    <>
      {overtaken ? (
        <Notice kind="error" live title={t(`errors:${refused.code}.title`)}>
          <p>{t(`errors:${refused.code}.explanation`)}</p>
        </Notice>
      ) : null}
      {waiting === undefined ? null : (
        <Section title={t('staff.proposed')} id="proposed">
          <h3 lang={waiting.language} dir="auto">
            {waiting.title}
          </h3>
          <p className="whitespace-pre-line" lang={waiting.language} dir="auto">
            {waiting.body}
          </p>
          {commands.includes('approve-public-text') ? (
            <>
              <ApproveForm version={version} text={waiting} refused={refused} />
              <RefuseForm version={version} refused={refused} />
            </>
          ) : null}
        </Section>
      )}
      {commands.includes('close-support') ? <CloseForm version={version} /> : null}
    </>
  );
}

interface FormProps {
  readonly version: number;
  readonly refused: Refused | undefined;
}

function stateOf(refused: Refused | undefined, command: string) {
  return refused?.values.command === command ? refused : undefined;
}

function ApproveForm({ version, text, refused }: FormProps & { text: SeenText }) {
  const t = useT('collective');
  const state = stateOf(refused, 'approve-public-text');
  const { field, ticked } = useFormFields({
    values: state?.values ?? { title: text.title, body: text.body },
    errors: state?.errors,
  });
  const labels = {
    title: t('propose.textTitle'),
    body: t('propose.text'),
    noPersonalData: t('staff.noPersonalData'),
  };
  return (
    <Details summary={t('domain:command.approve-public-text')} open={state !== undefined}>
      <ErrorSummary errors={state?.errors} labels={labels} />
      <PostForm>
        <HiddenFields values={{ command: 'approve-public-text', version }} />
        <TextField {...field('title')} label={labels.title} maxLength={PUBLIC_TITLE_LENGTH.max} required />
        <TextArea
          {...field('body')}
          label={labels.body}
          rows={10}
          maxLength={PUBLIC_TEXT_LENGTH.max}
          required
        />
        <Checkbox {...ticked('noPersonalData')} label={labels.noPersonalData} required />
        <Button>{t('staff.approve')}</Button>
      </PostForm>
    </Details>
  );
}

function RefuseForm({ version, refused }: FormProps) {
  const t = useT('collective');
  const state = stateOf(refused, 'refuse-public-text');
  const { field } = useFormFields(state ?? {});
  return (
    <Details summary={t('domain:command.refuse-public-text')} open={state !== undefined}>
      <PostForm>
        <HiddenFields values={{ command: 'refuse-public-text', version }} />
        <TextArea {...field('reason')} label={t('staff.reason')} rows={4} required />
        <Button look="secondary">{t('staff.refuse')}</Button>
      </PostForm>
    </Details>
  );
}

function CloseForm({ version }: { version: number }) {
  const t = useT('collective');
  return (
    <Details summary={t('domain:command.close-support')}>
      <p>{t('staff.closeText')}</p>
      <PostForm>
        <HiddenFields values={{ command: 'close-support', version }} />
        <Button look="danger" confirm={t('staff.closeText')}>
          {t('staff.close')}
        </Button>
      </PostForm>
    </Details>
  );
}

/** Texts on which was decided, with what the officer changed or why they went back. */
export function EarlierTexts({ texts }: { texts: readonly SeenText[] }) {
  const t = useT('collective');
  const { language, timeZone } = useApp();
  const decided = texts.filter(({ state }) => state !== 'proposed');
  if (decided.length === 0) return null;
  return (
    <Section title={t('staff.history')} id="texts">
      {decided.map(text => (
        <div key={text.id} className="mb-6">
          <p className="muted">
            {formatDateTime(text.proposedAt, language, timeZone)}{' '}
            <Tag tone={text.state === 'approved' ? 'good' : 'attention'}>
              {t(`staff.textState.${text.state}`)}
            </Tag>
          </p>
          <TextDifference before={text.title} after={text.approvedTitle ?? text.title} {...text} />
          <TextDifference before={text.body} after={text.approvedBody ?? text.body} {...text} />
          {text.reason === null ? null : (
            <blockquote className="whitespace-pre-line" dir="auto">
              {text.reason}
            </blockquote>
          )}
        </div>
      ))}
    </Section>
  );
}
