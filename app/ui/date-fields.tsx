import { controlProps, FieldFrame, type FieldProps } from './field-frame.tsx';

interface DateFieldProps extends FieldProps {
  /** 'YYYY-MM-DD' */
  readonly defaultValue?: string | undefined;
  readonly min?: string;
  readonly max?: string;
  readonly autoComplete?: string;
}

export function DateField(props: DateFieldProps) {
  return (
    <FieldFrame {...props}>
      <input
        {...controlProps(props)}
        className="input w-field-date"
        type="date"
        defaultValue={props.defaultValue}
        min={props.min}
        max={props.max}
        autoComplete={props.autoComplete}
      />
    </FieldFrame>
  );
}

/** Values are local wall-clock times, 'YYYY-MM-DDTHH:MM', in the regulator's zone. */
export function DateTimeField(props: DateFieldProps) {
  return (
    <FieldFrame {...props}>
      <input
        {...controlProps(props)}
        className="input w-field-date"
        type="datetime-local"
        defaultValue={props.defaultValue}
        min={props.min}
        max={props.max}
      />
    </FieldFrame>
  );
}
