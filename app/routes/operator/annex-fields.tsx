import { useT } from '#app/i18n/use-translation.ts';
import { Checkbox } from '#app/ui/choice-fields.tsx';
import type { useFormFields } from '#app/ui/form-fields.ts';
import { TextField } from '#app/ui/text-fields.tsx';

interface AnnexFieldsProps {
  readonly fields: ReturnType<typeof useFormFields>;
  /** The command whose form they stand in, by which their names begin. */
  readonly command: string;
}

/** In disputes between operators: whether the other party may read the files, and what it reads instead. */
export function AnnexFields({ fields, command }: AnnexFieldsProps) {
  const t = useT('tracks');
  return (
    <>
      <Checkbox {...fields.ticked(`${command}.confidential`)} label={t('annex.confidential')} />
      <TextField
        {...fields.field(`${command}.description`)}
        label={t('annex.description')}
        hint={t('annex.descriptionHint')}
        showIf={`${command}.confidential=on`}
      />
    </>
  );
}
