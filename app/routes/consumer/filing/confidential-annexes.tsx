import type { FieldErrors } from '#app/domain/shared/errors.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice-fields.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Panel } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import type { DraftEvidence } from '#app/usecases/complaints/drafts/draft-evidence.server.ts';
import { hrefOf } from './step-paths.ts';

interface ConfidentialAnnexesProps {
  readonly files: readonly DraftEvidence[];
  readonly refused: { readonly errors: FieldErrors } | undefined;
}

/** For each file of a dispute between operators: whether the other party may read it, and what it reads instead. */
export function ConfidentialAnnexes({ files, refused }: ConfidentialAnnexesProps) {
  const t = useT('tracks');
  return (
    <Section title={t('annex.title')}>
      <p className="mb-4">{t('annex.lead')}</p>
      {files.length === 0 ? <p className="muted mb-4">{t('annex.first')}</p> : null}
      {files.map(file => (
        <Marking key={file.id} file={file} errors={refused?.errors} />
      ))}
    </Section>
  );
}

/** Each form's fields have the file's id in theirs, so that a label leads to its own. */
function Marking({ file, errors }: { file: DraftEvidence; errors: FieldErrors | undefined }) {
  const t = useT('tracks');
  const { errorOf } = useFormFields({ errors });
  const error = errorOf(`description-${file.id}`);
  return (
    <Panel title={file.fileName}>
      <PostForm action={hrefOf('evidence')}>
        <HiddenFields values={{ mark: file.id }} />
        <Checkbox
          name={`confidential-${file.id}`}
          label={t('annex.confidential')}
          defaultChecked={file.withheldAs !== null || error !== undefined}
        />
        <TextField
          name={`description-${file.id}`}
          label={t('annex.description')}
          hint={t('annex.descriptionHint')}
          error={error}
          defaultValue={file.withheldAs ?? undefined}
          showIf={`confidential-${file.id}=on`}
        />
        <Button look="secondary" small>
          {t('annex.save')} <span className="sr-only">{file.fileName}</span>
        </Button>
      </PostForm>
    </Panel>
  );
}
