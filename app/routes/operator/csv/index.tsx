import { redirect } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileField } from '#app/ui/file-field.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { keepAnswerFile } from '#app/usecases/answers-csv/answer-file.server.ts';
import { MOST_ANSWERS } from '#app/usecases/answers-csv/read-answers.ts';
import { nameOf, OperatorPage, PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/index.ts';
import { deskOf } from './desk-actor.server.ts';
import { receiveCsv } from './receive-csv.server.ts';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request }: Route.LoaderArgs) {
  return { staff: nameOf(await requireStaff(request, 'operator')) };
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'operator');
  try {
    const { fileName, bytes } = await receiveCsv(request);
    const id = await keepAnswerFile({ actor: deskOf(staff), fileName, bytes, now: now().toISOString() });
    return redirect(`/operator/csv/${id}`);
  } catch (error) {
    return refuse(error);
  }
}

/** The way of a desk without a system of its own: out as a table, back with answers. */
export default function Csv({ loaderData: { staff }, actionData: refused }: Route.ComponentProps) {
  const t = useT('api');
  const { errorOf } = useFormFields(refused ?? {});
  return (
    <OperatorPage staff={staff} current="queue">
      <PageTitle lead={t('csv.lead')}>{t('csv.title')}</PageTitle>
      <ErrorSummary errors={refused?.errors} labels={{ file: t('csv.file') }} />
      <Section title={t('csv.export')}>
        <p className="mb-4">{t('csv.exportLead')}</p>
        <LinkButton href="/operator/csv/answers.csv" look="secondary" download>
          {t('csv.download')}
        </LinkButton>
      </Section>
      <Section title={t('csv.fill')}>
        <ul className="list-disc space-y-2 ps-5">
          {(['issue', 'outcome', 'message', 'details', 'version'] as const).map(key => (
            <li key={key}>{t(`csv.rule.${key}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('csv.import')}>
        <PostForm multipart>
          <FileField
            name="file"
            label={t('csv.file')}
            hint={t('csv.fileHint', { max: MOST_ANSWERS })}
            accept=".csv,text/csv"
            error={errorOf('file')}
            required
          />
          <ButtonRow>
            <Button>{t('csv.preview')}</Button>
          </ButtonRow>
        </PostForm>
      </Section>
    </OperatorPage>
  );
}
