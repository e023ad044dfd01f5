import { useApp } from './app-context.tsx';
import { controlProps, FieldFrame, type FieldProps } from './field-frame.tsx';

interface MoneyFieldProps extends FieldProps {
  /** As typed by the person ("1 050" or "12.50"); parsing is the form schema's. */
  readonly defaultValue?: string | undefined;
  /** ISO 4217; the profile's when not given. */
  readonly currency?: string;
}

export function MoneyField(props: MoneyFieldProps) {
  const app = useApp();
  const currency = props.currency ?? app.currency;
  return (
    <FieldFrame {...props}>
      <span className="money">
        <input
          {...controlProps(props)}
          className="input w-field-medium"
          type="text"
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          defaultValue={props.defaultValue}
        />
        <bdi className="currency" dir="ltr">
          {currency}
        </bdi>
      </span>
    </FieldFrame>
  );
}
