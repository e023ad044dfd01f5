import { useT } from '#app/i18n/use-translation.ts';
import { controlProps, FieldFrame, type FieldProps, fieldId } from './field-frame.tsx';

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'url' | 'password';
  readonly defaultValue?: string | undefined;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  /** 'ltr' for references, telephone numbers and addresses; 'auto' (default) for what people write. */
  readonly dir?: 'auto' | 'ltr';
  readonly maxLength?: number;
  /** Expected length, in characters, from which the width follows. */
  readonly width?: 'short' | 'medium' | 'full';
  readonly placeholder?: string;
}

export function TextField(props: TextFieldProps) {
  const { type = 'text', dir = 'auto', width = 'full' } = props;
  return (
    <FieldFrame {...props}>
      <input
        {...controlProps(props)}
        className={`input w-field-${width}`}
        type={type}
        dir={type === 'email' || type === 'tel' || type === 'url' ? 'ltr' : dir}
        defaultValue={props.defaultValue}
        autoComplete={props.autoComplete}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        spellCheck={dir === 'ltr' ? false : undefined}
      />
    </FieldFrame>
  );
}

interface TextAreaProps extends FieldProps {
  readonly defaultValue?: string | undefined;
  readonly rows?: number;
  /** Shows how many characters remain (live with JavaScript). */
  readonly maxLength?: number;
}

export function TextArea(props: TextAreaProps) {
  const t = useT('ui');
  const { maxLength, rows = 5 } = props;
  const control = controlProps(props);
  const countId = `${fieldId(props.name)}-count`;
  const describedBy = [control['aria-describedby'], maxLength ? countId : null].filter(Boolean).join(' ');
  return (
    <FieldFrame {...props}>
      <textarea
        {...control}
        aria-describedby={describedBy || undefined}
        className="input"
        dir="auto"
        rows={rows}
        defaultValue={props.defaultValue}
        data-count={maxLength ? countId : undefined}
        data-limit={maxLength}
      />
      {maxLength ? (
        <p className="hint" id={countId} data-left={t('field.left')} data-over={t('field.over')}>
          {t('field.limit', { number: maxLength })}
        </p>
      ) : null}
    </FieldFrame>
  );
}
