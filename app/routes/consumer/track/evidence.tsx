import { AppError } from '#app/domain/shared/errors.ts';
import { isCategory } from '#app/domain/taxonomy/taxonomy.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { UploadForm } from '#app/ui/upload-form.tsx';
import { addEvidence } from '#app/usecases/complaints/add-evidence.server.ts';
import { EvidenceHints } from '../filing/evidence-hints.tsx';
import type { Route } from './+types/evidence.ts';
import { CommandPage } from './command-page.tsx';
import { EvidenceField } from './evidence-field.tsx';
import { giveCommand } from './give-command.server.ts';
import { loadForCommand } from './open-case.server.ts';

export async function loader({ request }: Route.LoaderArgs) {
  const { view, standing } = await loadForCommand(request, 'add-evidence');
  const category = view.seen['case-summary']?.category;
  return { standing, category: isCategory(category) ? category : null };
}

export function action({ request }: Route.ActionArgs) {
  return giveCommand(request, 'evidence', async ({ files, command }) => {
    if (files.length === 0)
      throw new AppError('invalid-input', { fields: { evidence: { code: 'no-file' } } });
    await addEvidence({ ...command, files });
  });
}

/** Without the version of the case: files add to whatever happened meanwhile, and several follow one another. */
export default function Evidence({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('track');
  const { standing, category } = loaderData;
  const { errorOf } = useFormFields(actionData ?? {});
  const labels = { evidence: t('evidence.files') };
  return (
    <CommandPage
      title={t('evidence.title')}
      lead={t('evidence.lead')}
      refused={actionData}
      {...{ standing, labels }}
    >
      {category ? <p className="mb-4">{t(`filing:evidence.help.${category}`)}</p> : null}
      <UploadForm owner="case" doneHref="/track/case?done=evidence">
        <EvidenceField label={labels.evidence} error={errorOf('evidence')} required />
        <ButtonRow>
          <Button>{t('evidence.submit')}</Button>
          <LinkButton href="/track/case" look="secondary">
            {t('command.cancel')}
          </LinkButton>
        </ButtonRow>
      </UploadForm>
      <div className="mt-6">
        <EvidenceHints />
      </div>
    </CommandPage>
  );
}
