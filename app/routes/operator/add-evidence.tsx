import type { SeenCase } from '#app/domain/access/seen-case.ts';
import { ACCEPTED_FILES, MAX_BYTES, MAX_FILES } from '#app/domain/evidence/media-types.ts';
import { formatBytes, formatNumber } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import type { CommandRefusal } from '#app/platform/http/command-form.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Details } from '#app/ui/notice.tsx';
import { AnnexFields } from './annex-fields.tsx';

interface AddEvidenceProps {
  readonly found: SeenCase;
  readonly refused: CommandRefusal<string> | undefined;
}

/** Further files of an operator; those of a dispute between operators may be confidential. */
export function AddEvidence({ found, refused }: AddEvidenceProps) {
  const t = useT('operator');
  const { language } = useApp();
  const own = refused?.command === 'add-evidence' ? refused : undefined;
  const fields = useFormFields({ values: own?.values ?? {}, errors: own?.errors });
  const between = found.summary.track === 'wholesale';
  if (!found.commands.includes('add-evidence')) return null;
  const limits = { number: formatNumber(MAX_FILES, language), size: formatBytes(MAX_BYTES, language) };
  return (
    <Details summary={t('command.add-evidence')} open={own !== undefined}>
      <PostForm multipart>
        <HiddenFields values={{ command: 'add-evidence', version: found.version }} />
        {between ? <AnnexFields fields={fields} command="add-evidence" /> : null}
        <FileField
          {...fields.field('add-evidence.files')}
          label={t('command.files')}
          hint={between ? undefined : t('command.filesHint')}
          kinds={t('common:file.limits', limits)}
          accept={ACCEPTED_FILES}
          multiple
          required
        />
        <Button look="secondary">{t('command.upload')}</Button>
      </PostForm>
    </Details>
  );
}
