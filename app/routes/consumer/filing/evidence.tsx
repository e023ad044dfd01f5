import { ACCEPTED_FILES, kindOf, MAX_FILES, MAX_MEGABYTES } from '#app/domain/evidence/media-types.ts';
import { isCategory } from '#app/domain/taxonomy/taxonomy.ts';
import { formatBytes } from '#app/i18n/format.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { requireMethod } from '#app/platform/http/refusal.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { EvidenceList } from '#app/ui/evidence-list.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { Section } from '#app/ui/page-title.tsx';
import { UploadForm } from '#app/ui/upload-form.tsx';
import {
  type DraftEvidence,
  listDraftEvidence,
} from '#app/usecases/complaints/drafts/draft-evidence.server.ts';
import type { Route } from './+types/evidence.ts';
import { ConfidentialAnnexes } from './confidential-annexes.tsx';
import { answerEvidence, type RefusedFile } from './evidence.server.ts';
import { EvidenceHints } from './evidence-hints.tsx';
import { filingMode } from './filing-mode.tsx';
import { StepPage } from './step-page.tsx';
import { hrefOf } from './step-paths.ts';
import { NO_STORE, openStep } from './steps.server.ts';

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const { token, draft } = await openStep(request, 'evidence');
  const category = draft.answers.problem?.category;
  return {
    files: await listDraftEvidence(token),
    category: isCategory(category) ? category : null,
    ...filingMode(draft),
    expiresAt: draft.expiresAt.toISOString(),
  };
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  return answerEvidence(request, await openStep(request, 'evidence'));
}

export default function Evidence({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('filing');
  const { files, category, expiresAt, filer } = loaderData;
  const errors = actionData?.errors;
  const { field } = useFormFields({ errors });
  const help = category === null ? undefined : t(`evidence.help.${category}`);
  const refused = actionData?.refusedFiles ?? [];
  const limits = t('common:file.limits', {
    number: MAX_FILES,
    size: `${MAX_MEGABYTES}\u00a0${t('common:fileSize.MB')}`,
  });
  return (
    <StepPage
      step="evidence"
      title={t('evidence.title')}
      lead={help}
      errors={errors}
      labels={{ files: t('evidence.files') }}
      problem={refused.length > 0 ? <RefusedFiles files={refused} /> : undefined}
      expiresAt={expiresAt}
    >
      {files.length > 0 ? <FilesSoFar files={files} /> : null}
      {filer?.kind === 'operator' ? <ConfidentialAnnexes files={files} refused={actionData} /> : null}
      <UploadForm owner="draft" action={hrefOf('evidence')}>
        {files.length < MAX_FILES ? (
          <FileField
            name="files"
            label={t('evidence.files')}
            hint={t('evidence.privacy')}
            kinds={limits}
            error={field('files').error}
            multiple
            accept={ACCEPTED_FILES}
          />
        ) : (
          <p className="mb-6">{t('evidence.full')}</p>
        )}
        <ButtonRow>
          <Button name="intent" value="continue">
            {t('continue')}
          </Button>
          {/* With JavaScript, files are on their way as soon as they are chosen. */}
          {files.length < MAX_FILES ? (
            <noscript>
              <Button look="secondary" name="intent" value="add">
                {t('evidence.add')}
              </Button>
            </noscript>
          ) : null}
        </ButtonRow>
      </UploadForm>
      <div className="mt-6">
        <EvidenceHints />
      </div>
    </StepPage>
  );
}

function RefusedFiles({ files }: { files: readonly RefusedFile[] }) {
  const t = useT('filing');
  return (
    <ul>
      {files.map(({ fileName, code }) => (
        <li key={fileName}>
          <a href="#f-files">
            <bdi>{fileName}</bdi>: {t(`errors:field.${code}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function FilesSoFar({ files }: { files: readonly DraftEvidence[] }) {
  const t = useT('filing');
  const { language } = useApp();
  return (
    <Section title={t('evidence.received')}>
      <EvidenceList
        items={files.map(({ id, fileName, mediaType, size }) => ({
          id,
          name: fileName,
          kindText: t(`evidence.kind.${kindOf(mediaType)}`),
          sizeText: formatBytes(size, language),
          actions: (
            <PostForm action={hrefOf('evidence')}>
              <HiddenFields values={{ remove: id }} />
              <Button look="secondary" small>
                {t('evidence.remove')} <span className="sr-only">{fileName}</span>
              </Button>
            </PostForm>
          ),
        }))}
      />
    </Section>
  );
}
