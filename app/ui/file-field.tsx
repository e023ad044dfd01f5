import { controlProps, FieldFrame, type FieldProps } from './field-frame.tsx';

interface FileFieldProps extends FieldProps {
  readonly multiple?: boolean;
  /** Media types and endings for the file picker; the content decides on the server. */
  readonly accept?: string;
  /** The accepted kinds in words, shown under the label. */
  readonly kinds?: string;
}

/**
 * A plain file input. In an `UploadForm` the script sends each chosen file in pieces, with its progress; otherwise,
 * and without JavaScript, all go with the form.
 */
export function FileField(props: FileFieldProps) {
  const { hint, kinds } = props;
  const described =
    hint || kinds ? (
      <>
        {hint}
        {hint && kinds ? <br /> : null}
        {kinds}
      </>
    ) : undefined;
  const field = { ...props, hint: described };
  return (
    <FieldFrame {...field}>
      <input
        {...controlProps(field)}
        className="input file"
        type="file"
        multiple={props.multiple === true}
        accept={props.accept}
      />
    </FieldFrame>
  );
}
