import { useT } from '#app/i18n/use-translation.ts';
import { controlProps, FieldFrame, type FieldProps } from './field-frame.tsx';

interface FileFieldProps extends FieldProps {
  readonly multiple?: boolean;
  /** Media types and endings for the file picker; the content decides on the server. */
  readonly accept?: string;
  /** The accepted kinds in words, shown under the label. */
  readonly kinds?: string;
}

/**
 * A plain file input. In a form marked `data-upload` the enhancement script sends each chosen file on its own
 * with its progress; without JavaScript all go with the form.
 */
export function FileField(props: FileFieldProps) {
  const t = useT('ui');
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
        data-waiting={t('upload.waiting')}
        data-sending={t('upload.sending')}
        data-sent={t('upload.sent')}
        data-refused={t('upload.refused')}
        data-failed={t('upload.failed')}
        data-again={t('upload.continue')}
      />
    </FieldFrame>
  );
}
