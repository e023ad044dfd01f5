import { controlProps, FieldFrame, type FieldProps } from '#app/ui/field-frame.tsx';

/** A time of day, 'HH:MM'. */
export function TimeField(props: FieldProps & { readonly defaultValue?: string | undefined }) {
  return (
    <FieldFrame {...props}>
      <input
        {...controlProps(props)}
        className="input w-field-short"
        type="time"
        defaultValue={props.defaultValue}
      />
    </FieldFrame>
  );
}
