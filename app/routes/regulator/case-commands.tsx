import type { ReactNode } from 'react';
import type { SeenCase } from '#app/domain/access/seen-case.ts';
import { DECIDABLE_OUTCOMES, INADMISSIBILITY_REASONS, INTERIM_DECISIONS } from '#app/domain/case/outcomes.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup, SelectField } from '#app/ui/choice-fields.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { type FormState, useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { MoneyField } from '#app/ui/money-field.tsx';
import { Details, Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';
import { closingReasonsFor } from '#app/usecases/complaints/officer-commands.schema.ts';
import type { OfficerCommand, RefusedCommand } from './case-command.server.ts';

interface FieldsProps {
  readonly fields: ReturnType<typeof useFormFields>;
  readonly found: SeenCase;
  readonly operators: readonly { readonly id: string; readonly name: string }[];
}

function ReturnFields({ fields }: FieldsProps) {
  const t = useT('regulator');
  return (
    <TextArea
      {...fields.field('return-for-information.question')}
      label={t('field.question')}
      hint={t('field.questionHint')}
      required
    />
  );
}

function Explanation({ fields, command }: Pick<FieldsProps, 'fields'> & { command: OfficerCommand }) {
  const t = useT('regulator');
  return (
    <TextArea
      {...fields.field(`${command}.explanation`)}
      label={t('field.explanation')}
      hint={t('field.explanationHint')}
      required
    />
  );
}

function InadmissibleFields({ fields }: FieldsProps) {
  const t = useT('regulator');
  return (
    <>
      <SelectField
        {...fields.field('declare-inadmissible.reason')}
        label={t('field.inadmissibilityReason')}
        options={INADMISSIBILITY_REASONS.map(reason => ({
          value: reason,
          label: t(`domain:inadmissibilityReason.${reason}`),
        }))}
        required
      />
      <Explanation fields={fields} command="declare-inadmissible" />
    </>
  );
}

function RerouteFields({ fields, found, operators }: FieldsProps) {
  const t = useT('regulator');
  const own = found.standing.state === 'misdirected' ? undefined : found.summary.operator.id;
  return (
    <>
      <SelectField
        {...fields.field('reroute.operatorId')}
        label={t('field.operatorId')}
        options={operators.filter(({ id }) => id !== own).map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <Explanation fields={fields} command="reroute" />
    </>
  );
}

function DecisionFields({ fields }: FieldsProps) {
  const t = useT('regulator');
  const upheld = 'decide.outcome=upheld|partly_upheld';
  return (
    <>
      <RadioGroup
        {...fields.field('decide.outcome')}
        label={t('field.outcome')}
        options={DECIDABLE_OUTCOMES.map(outcome => ({
          value: outcome,
          label: t(`domain:regulatorOutcome.${outcome}`),
        }))}
        required
      />
      <TextArea
        {...fields.field('decide.reasons')}
        label={t('field.reasons')}
        hint={t('field.reasonsHint')}
        rows={8}
        required
      />
      <TextArea
        {...fields.field('decide.remedy')}
        label={t('field.remedy')}
        hint={t('field.remedyHint')}
        rows={3}
        required
        showIf={upheld}
      />
      <TextField
        {...fields.field('decide.remedyDays')}
        label={t('field.remedyDays')}
        hint={t('field.remedyDaysHint')}
        inputMode="numeric"
        dir="ltr"
        width="short"
        showIf={upheld}
      />
      <MoneyField {...fields.field('decide.amount')} label={t('field.amount')} showIf={upheld} />
    </>
  );
}

function InterimFields({ fields }: FieldsProps) {
  const t = useT('tracks');
  return (
    <>
      <RadioGroup
        {...fields.field('decide-interim.decision')}
        label={t('interim.decision')}
        options={INTERIM_DECISIONS.map(decision => ({
          value: decision,
          label: t(`domain:interimDecision.${decision}`),
        }))}
        required
      />
      <TextArea
        {...fields.field('decide-interim.reasons')}
        label={t('interim.reasons')}
        hint={t('interim.reasonsHint')}
        rows={6}
        required
      />
    </>
  );
}

function ClosingFields({ fields, found }: FieldsProps) {
  const t = useT('regulator');
  return (
    <RadioGroup
      {...fields.field('close.reason')}
      label={t('field.closingReason')}
      options={closingReasonsFor(found.standing).map(reason => ({
        value: reason,
        label: t(`domain:closingReason.${reason}`),
      }))}
      required
    />
  );
}

function NoteFields({ fields }: FieldsProps) {
  const t = useT('regulator');
  return (
    <TextArea
      {...fields.field('note.note')}
      label={t('field.note')}
      hint={t('field.noteHint')}
      rows={3}
      required
    />
  );
}

function ReviewFields(): ReactNode {
  const t = useT('regulator');
  return <p>{t('hint.take-under-review')}</p>;
}

const FIELDS = {
  'take-under-review': ReviewFields,
  'decide-interim': InterimFields,
  decide: DecisionFields,
  'return-for-information': ReturnFields,
  reroute: RerouteFields,
  'declare-inadmissible': InadmissibleFields,
  close: ClosingFields,
  note: NoteFields,
} as const satisfies Record<OfficerCommand, (props: FieldsProps) => ReactNode>;

const OFFERED = Object.keys(FIELDS) as readonly OfficerCommand[];
/** What can't be taken back is asked once more. */
const FINAL: readonly OfficerCommand[] = ['decide', 'decide-interim', 'declare-inadmissible', 'close'];

interface CommandsProps {
  readonly found: SeenCase;
  readonly operators: FieldsProps['operators'];
  readonly refused: RefusedCommand | undefined;
}

/** A form for each command that the reader may give now, folded until it is wanted. */
export function CaseCommands({ found, operators, refused }: CommandsProps) {
  const t = useT('regulator');
  const offered = OFFERED.filter(command => found.commands.includes(command));
  return (
    <Section title={t('case.commands')} id="commands">
      {refused === undefined || refused.code === 'invalid-input' ? null : (
        <Notice kind="error" live title={t(`errors:${refused.code}.title`)}>
          <p>{t(`errors:${refused.code}.explanation`)}</p>
        </Notice>
      )}
      {offered.length === 0 ? <p className="muted">{t('case.noCommands')}</p> : null}
      {offered.map(command => (
        <CommandForm
          key={command}
          command={command}
          found={found}
          operators={operators}
          state={refused?.command === command ? refused : undefined}
        />
      ))}
    </Section>
  );
}

interface CommandFormProps {
  readonly command: OfficerCommand;
  readonly found: SeenCase;
  readonly operators: FieldsProps['operators'];
  readonly state: FormState | undefined;
}

function CommandForm({ command, found, operators, state }: CommandFormProps) {
  const t = useT('regulator');
  const fields = useFormFields(state ?? {});
  const Fields = FIELDS[command];
  const label = t(`domain:command.${command}`);
  return (
    <Details summary={label} open={state !== undefined}>
      <PostForm>
        <ErrorSummary errors={state?.errors} />
        <HiddenFields values={{ command, version: found.version }} />
        <Fields fields={fields} found={found} operators={operators} />
        <Button
          look={command === 'note' ? 'secondary' : 'primary'}
          {...(FINAL.includes(command) ? { confirm: t(`confirm.${command}`) } : {})}
        >
          {label}
        </Button>
      </PostForm>
    </Details>
  );
}
