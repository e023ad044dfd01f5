import type { ReactNode } from 'react';
import type { SeenCase } from '#app/domain/access/seen-case.ts';
import { DISPUTE_REASONS } from '#app/domain/case/outcomes.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';
import { issueTexts } from '#app/ui/case/complaint-part.tsx';
import { Checkbox, CheckboxGroup } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Details, Panel } from '#app/ui/notice.tsx';
import { TextArea } from '#app/ui/text-fields.tsx';
import type { ClaimantCommand, RefusedCommand } from './claimant-command.server.ts';
import { issuesToJudge } from './issues-to-judge.ts';

interface CommandsProps {
  readonly found: SeenCase;
  readonly refused: RefusedCommand | undefined;
}

interface FormProps extends CommandsProps {
  readonly fields: ReturnType<typeof useFormFields>;
}

function Message({ fields, command }: Pick<FormProps, 'fields'> & { command: ClaimantCommand }) {
  const t = useT('wholesale');
  return <TextArea {...fields.field(`${command}.message`)} label={t('command.message')} required rows={5} />;
}

function DisputeFields({ fields, found }: FormProps) {
  const t = useT('track');
  const issues = issuesToJudge(found);
  const labels = issueTexts(t, issues);
  return (
    <>
      {issues.length > 1 ? (
        <CheckboxGroup
          {...fields.list('dispute.issues')}
          label={t('judge.issues')}
          options={issues.map((value, index) => ({ value, label: labels[index] ?? value }))}
          required
        />
      ) : null}
      <CheckboxGroup
        {...fields.list('dispute.reasons')}
        label={t('judge.reasons')}
        options={DISPUTE_REASONS.map(value => ({ value, label: t(`domain:disputeReason.${value}`) }))}
        required
      />
      <Message fields={fields} command="dispute" />
    </>
  );
}

function WithdrawFields({ fields }: FormProps) {
  const t = useT('wholesale');
  return (
    <>
      <Message fields={fields} command="withdraw" />
      <Checkbox {...fields.ticked('withdraw.sure')} label={t('command.sure')} />
    </>
  );
}

const FIELDS = {
  'provide-information': (props: FormProps) => <Message {...props} command="provide-information" />,
  accept: () => null,
  dispute: DisputeFields,
  'send-message': (props: FormProps) => <Message {...props} command="send-message" />,
  withdraw: WithdrawFields,
} as const satisfies Partial<Record<ClaimantCommand, (props: FormProps) => ReactNode>>;

type FormCommand = keyof typeof FIELDS;

const OFFERED = Object.keys(FIELDS) as readonly FormCommand[];
const FINAL: readonly FormCommand[] = ['accept', 'withdraw'];

/** What the operator that filed may do now, as the lifecycle says. */
export function ClaimantCommands({ found, refused }: CommandsProps) {
  const t = useT('wholesale');
  const offered = OFFERED.filter(command => found.commands.includes(command));
  return (
    <Panel title={t('command.title')}>
      {offered.length === 0 ? <p className="muted">{t('command.none')}</p> : null}
      {offered.map(command => (
        <CommandForm key={command} command={command} found={found} refused={refused} />
      ))}
    </Panel>
  );
}

function CommandForm({ command, found, refused }: CommandsProps & { readonly command: FormCommand }) {
  const t = useT('domain');
  const own = refused?.command === command ? refused : undefined;
  const fields = useFormFields({ values: own?.values ?? {}, errors: own?.errors });
  const Fields = FIELDS[command];
  const label = t(`command.${command}`);
  const confirm = FINAL.includes(command) ? { confirm: t('wholesale:command.final') } : {};
  return (
    <Details summary={label} open={own !== undefined}>
      <PostForm>
        <HiddenFields values={{ command, version: found.version }} />
        <Fields fields={fields} found={found} refused={refused} />
        <Button look="secondary" {...confirm}>
          {label}
        </Button>
      </PostForm>
    </Details>
  );
}
