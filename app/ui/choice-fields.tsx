import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';
import {
  controlProps,
  FieldErrorText,
  FieldFrame,
  type FieldProps,
  FieldsetFrame,
  fieldId,
  Hint,
} from './field-frame.tsx';

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

/** Options under a heading, for long lists (operators by kind, regions by country). */
export interface ChoiceGroup {
  readonly label: string;
  readonly options: readonly Choice[];
}

interface SelectFieldProps extends FieldProps {
  readonly options?: readonly Choice[];
  readonly groups?: readonly ChoiceGroup[];
  readonly defaultValue?: string | undefined;
  /** Text of the empty choice; "Please choose" when not given, none when false. */
  readonly empty?: string | false;
  readonly autoComplete?: string;
}

function Options({ options }: { options: readonly Choice[] }) {
  return options.map(option => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  ));
}

export function SelectField(props: SelectFieldProps) {
  const t = useT('ui');
  const { options = [], groups = [], empty } = props;
  return (
    <FieldFrame {...props}>
      <select
        {...controlProps(props)}
        className="input select"
        defaultValue={props.defaultValue ?? ''}
        autoComplete={props.autoComplete}
      >
        {empty === false ? null : <option value="">{empty ?? t('field.choose')}</option>}
        <Options options={options} />
        {groups.map(group => (
          <optgroup key={group.label} label={group.label}>
            <Options options={group.options} />
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}

interface ChoicesProps {
  readonly type: 'radio' | 'checkbox';
  readonly field: FieldProps;
  readonly options: readonly Choice[];
  readonly chosen: readonly string[];
}

function Choices({ type, field, options, chosen }: ChoicesProps) {
  return options.map((option, index) => {
    const id = index === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${index}`;
    return (
      <div className="choice" key={option.value}>
        <input
          type={type}
          id={id}
          name={field.name}
          value={option.value}
          defaultChecked={chosen.includes(option.value)}
          disabled={field.disabled === true || option.disabled === true}
          required={type === 'radio' && field.required === true}
          aria-describedby={option.hint ? `${id}-about` : undefined}
        />
        <label htmlFor={id}>{option.label}</label>
        {option.hint ? (
          <p className="hint" id={`${id}-about`}>
            {option.hint}
          </p>
        ) : null}
      </div>
    );
  });
}

interface RadioGroupProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly defaultValue?: string | undefined;
  readonly inline?: boolean;
}

export function RadioGroup(props: RadioGroupProps) {
  const chosen = props.defaultValue === undefined ? [] : [props.defaultValue];
  return (
    <FieldsetFrame {...props}>
      <div className={props.inline ? 'choices choices-inline' : 'choices'}>
        <Choices type="radio" field={props} options={props.options} chosen={chosen} />
      </div>
    </FieldsetFrame>
  );
}

interface CheckboxGroupProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly defaultValue?: readonly string[] | undefined;
  readonly inline?: boolean;
}

export function CheckboxGroup(props: CheckboxGroupProps) {
  return (
    <FieldsetFrame {...props}>
      <div className={props.inline ? 'choices choices-inline' : 'choices'}>
        <Choices type="checkbox" field={props} options={props.options} chosen={props.defaultValue ?? []} />
      </div>
    </FieldsetFrame>
  );
}

interface CheckboxProps extends FieldProps {
  readonly defaultChecked?: boolean;
  /** What is posted when ticked. */
  readonly value?: string;
}

/** A single yes-or-nothing question, such as a consent. */
export function Checkbox(props: CheckboxProps) {
  const { name, label, hint, error, showIf } = props;
  return (
    <div className={error ? 'field has-error' : 'field'} data-show-if={showIf}>
      {error ? <FieldErrorText name={name}>{error}</FieldErrorText> : null}
      <div className="choice">
        <input
          {...controlProps(props)}
          type="checkbox"
          value={props.value ?? 'on'}
          defaultChecked={props.defaultChecked}
        />
        <label htmlFor={fieldId(name)}>{label}</label>
        {hint ? <Hint name={name}>{hint}</Hint> : null}
      </div>
    </div>
  );
}
