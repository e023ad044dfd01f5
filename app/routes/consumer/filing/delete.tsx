import { redirect } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { requireMethod } from '#app/platform/http/refusal.server.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { PublicLayout } from '#app/ui/public-layout.tsx';
import { deleteDraft } from '#app/usecases/complaints/drafts/delete-draft.server.ts';
import { nextStepOf } from '#app/usecases/complaints/drafts/filing-steps.ts';
import type { Route } from './+types/delete.ts';
import { hrefOf } from './step-paths.ts';
import { forgottenDraft, NO_STORE, openStep, visitOf } from './steps.server.ts';

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const { draft } = await openStep(request, 'who');
  return { back: hrefOf(nextStepOf(draft.answers)) };
}

export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const visit = await visitOf(request);
  const { token } = visit;
  if (token !== null) await deleteDraft(token);
  const headers = { 'Set-Cookie': await forgottenDraft(visit) };
  return redirect(`${hrefOf('who')}?deleted`, { status: 303, headers });
}

export default function DeleteDraft({ loaderData }: Route.ComponentProps) {
  const t = useT('filing');
  return (
    <PublicLayout current="file">
      <PageTitle>{t('delete.title')}</PageTitle>
      <p className="mb-6">{t('delete.text')}</p>
      <PostForm>
        <ButtonRow>
          <Button look="danger">{t('delete.confirm')}</Button>
          <LinkButton href={loaderData.back} look="secondary">
            {t('delete.cancel')}
          </LinkButton>
        </ButtonRow>
      </PostForm>
    </PublicLayout>
  );
}
