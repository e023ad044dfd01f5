import type { ReactNode } from 'react';
import { useT } from '#app/i18n/use-translation.ts';

/** What every form field takes; texts arrive translated. */
export interface FieldProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** Whether it has to be filled in follows from other fields, as its label or hint says: it is not called optional. */
  readonly depends?: boolean;
  /** "name=value|value": shown only while that field has one of these values (always without JavaScript). */
  readonly showIf?: string;
}

/** The id of a field's first control, which the error summary links to. */
export function fieldId(name: string): string {
  return `f-${name}`;
}

/** ARIA wiring of the control itself. */
export function controlProps({ name, hint, error, required, disabled }: FieldProps) {
  const describedBy = [hint ? `${fieldId(name)}-hint` : null, error ? `${fieldId(name)}-error` : null]
    .filter(id => id !== null)
    .join(' ');
  return {
    id: fieldId(name),
    name,
    required: required === true,
    disabled: disabled === true,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? true : undefined,
  };
}

export function Hint({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p className="hint" id={`${fieldId(name)}-hint`}>
      {children}
    </p>
  );
}

export function FieldErrorText({ name, children }: { name: string; children: ReactNode }) {
  const t = useT('ui');
  return (
    <p className="field-error" id={`${fieldId(name)}-error`}>
      <span className="sr-only">{t('field.errorPrefix')} </span>
      {children}
    </p>
  );
}

function OptionalMark({ required, depends }: Pick<FieldProps, 'required' | 'depends'>) {
  const t = useT('ui');
  return required || depends ? null : <span className="optional"> {t('field.optional')}</span>;
}

/** Label, hint and error around one control. */
export function FieldFrame(props: FieldProps & { children: ReactNode }) {
  const { name, label, hint, error, showIf, children } = props;
  return (
    <div className={error ? 'field has-error' : 'field'} data-show-if={showIf}>
      <label className="label" htmlFor={fieldId(name)}>
        {label}
        <OptionalMark {...props} />
      </label>
      {hint ? <Hint name={name}>{hint}</Hint> : null}
      {error ? <FieldErrorText name={name}>{error}</FieldErrorText> : null}
      {children}
    </div>
  );
}

/** Legend, hint and error around a group of controls. */
export function FieldsetFrame(props: FieldProps & { children: ReactNode }) {
  const { name, label, hint, error, showIf, children } = props;
  const { 'aria-describedby': describedBy } = controlProps(props);
  return (
    <fieldset
      className={error ? 'field has-error' : 'field'}
      aria-describedby={describedBy}
      data-show-if={showIf}
    >
      <legend className="label">
        {label}
        <OptionalMark {...props} />
      </legend>
      {hint ? <Hint name={name}>{hint}</Hint> : null}
      {error ? <FieldErrorText name={name}>{error}</FieldErrorText> : null}
      {children}
    </fieldset>
  );
}
