import type { ReactNode } from 'react';
import type { SeenCase } from '#app/domain/access/seen-case.ts';
import type { Duration } from '#app/domain/deadline/rule.ts';
import { formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Details, Panel } from '#app/ui/notice.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import type { LiaisonCommand, RefusedCommand } from './case-command.server.ts';
import type { CommandsProps } from './case-command-props.ts';
import { AnswerInterim, KeepPromise } from './promise-commands.tsx';

/** Fields of one command's form, with what was typed into it if it was refused. */
function useCommandFields(command: LiaisonCommand, refused: RefusedCommand | undefined) {
  const own = refused?.command === command ? refused : undefined;
  const { field } = useFormFields({ values: own?.values ?? {}, errors: own?.errors });
  return (name: string) => field(`${command}.${name}`);
}

interface CommandFormProps extends CommandsProps {
  readonly command: LiaisonCommand;
  readonly send: string;
  readonly children: ReactNode;
}

/** A command that needs words: folded until it is wanted, open again where it was refused. */
function CommandForm({ command, send, found, refused, children }: CommandFormProps) {
  const t = useT('operator');
  return (
    <Details summary={t(`command.${command}`)} open={refused?.command === command}>
      <PostForm>
        <HiddenFields values={{ command, version: found.version }} />
        {children}
        <Button look="secondary">{send}</Button>
      </PostForm>
    </Details>
  );
}

function RequestInformation(props: CommandsProps) {
  const t = useT('operator');
  const field = useCommandFields('request-information', props.refused);
  return (
    <CommandForm {...props} command="request-information" send={t('command.ask')}>
      <TextArea
        {...field('question')}
        label={t('command.question')}
        hint={t('command.questionHint')}
        required
        rows={4}
      />
    </CommandForm>
  );
}

/** What the rule of the running answer clock gives once more; null where it gives nothing. */
function extensionOf({ seen }: SeenCase): Duration | null {
  return seen.clocks?.findLast(({ kind }) => kind === 'respond')?.rule?.extension ?? null;
}

const DURATION_TEXTS = {
  hours: 'hours',
  'calendar-days': 'days',
  'working-days': 'workingDays',
  months: 'months',
} as const;

function RequestExtension(props: CommandsProps) {
  const t = useT('operator');
  const { language } = useApp();
  const field = useCommandFields('request-extension', props.refused);
  const extension = extensionOf(props.found);
  if (extension === null) return null;
  const { amount, unit } = extension;
  const formatted = formatNumber(amount, language);
  const duration = t(`common:duration.${DURATION_TEXTS[unit]}`, { count: amount, formatted });
  return (
    <CommandForm {...props} command="request-extension" send={t('command.extend')}>
      <TextArea
        {...field('reason')}
        label={t('command.extensionReason')}
        hint={t('command.extensionHint', { duration })}
        required
        rows={4}
      />
    </CommandForm>
  );
}

function Misdirect(props: CommandsProps) {
  const t = useT('operator');
  const field = useCommandFields('misdirect', props.refused);
  const others = props.operators.filter(({ id }) => id !== props.found.summary.operator.id);
  return (
    <CommandForm {...props} command="misdirect" send={t('command.sendBack')}>
      <TextArea
        {...field('reason')}
        label={t('command.misdirectReason')}
        hint={t('command.misdirectHint')}
        required
        rows={4}
      />
      <SelectField
        {...field('suggestedOperatorId')}
        label={t('command.suggested')}
        empty={t('command.unknownOperator')}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </CommandForm>
  );
}

function ReportRemedy(props: CommandsProps) {
  const t = useT('operator');
  const field = useCommandFields('report-remedy', props.refused);
  return (
    <CommandForm {...props} command="report-remedy" send={t('command.sendReport')}>
      <TextArea {...field('report')} label={t('command.report')} required rows={4} />
    </CommandForm>
  );
}

function WriteToComplainant(props: CommandsProps) {
  const t = useT('operator');
  const field = useCommandFields('write-to-complainant', props.refused);
  return (
    <CommandForm {...props} command="write-to-complainant" send={t('command.sendMessage')}>
      <TextArea
        {...field('body')}
        label={t('command.message')}
        hint={t('command.messageHint')}
        required
        rows={4}
      />
    </CommandForm>
  );
}

const FORMS = {
  'request-information': RequestInformation,
  'request-extension': RequestExtension,
  misdirect: Misdirect,
  'report-remedy': ReportRemedy,
  'answer-interim': AnswerInterim,
  'keep-promise': KeepPromise,
  'write-to-complainant': WriteToComplainant,
} as const;

const FORM_COMMANDS = Object.keys(FORMS) as readonly (keyof typeof FORMS)[];

/** What the liaison may do with the case now, as the lifecycle says. */
export function CaseCommands(props: CommandsProps & { readonly answerWaits: boolean }) {
  const t = useT('operator');
  const { found, answerWaits } = props;
  const offered = FORM_COMMANDS.filter(command => found.commands.includes(command));
  // Writing is open at any time: nobody waits for it.
  const awaited = offered.filter(command => command !== 'write-to-complainant');
  const answers = found.commands.includes('answer');
  const acknowledges = found.commands.includes('acknowledge');
  return (
    <Panel title={t('command.title')}>
      {awaited.length === 0 && !answers && !acknowledges ? (
        <p className="muted">{t('command.none')}</p>
      ) : null}
      {answers || acknowledges ? (
        <ButtonRow>
          {answers ? (
            <LinkButton href={`/operator/cases/${found.summary.reference}/answer`}>
              {t(answerWaits ? 'answering:second.open' : 'command.answer')}
            </LinkButton>
          ) : null}
          {acknowledges ? (
            <PostForm inline>
              <HiddenFields values={{ command: 'acknowledge', version: found.version }} />
              <Button look="secondary">{t('command.acknowledge')}</Button>
            </PostForm>
          ) : null}
        </ButtonRow>
      ) : null}
      {offered.map(command => {
        const Form = FORMS[command];
        return <Form key={command} {...props} />;
      })}
    </Panel>
  );
}
