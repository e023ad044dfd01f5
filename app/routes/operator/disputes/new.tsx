import { redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { keepStaffDraft } from '#app/platform/session/staff-draft.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { Button } from '#app/ui/button.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { beginStaffDraft } from '#app/usecases/complaints/drafts/begin-staff-draft.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { nameOf, OperatorPage, PRIVATE_PAGE } from '../operator-page.tsx';
import type { Route } from './+types/new.ts';

/** The first page of the form whose answer is not known already: who files is. */
const FIRST_QUESTION = '/complaint/new/service';

export function headers() {
  return PRIVATE_PAGE;
}

async function filingStaff(request: Request) {
  const staff = await requireStaff(request, 'operator');
  if (!activeProfile().categories.includes('interconnection')) return toErrorPage(new AppError('not-found'));
  return staff;
}

export async function loader({ request }: Route.LoaderArgs) {
  return { staff: nameOf(await filingStaff(request)) };
}

/** Begins a dispute in the operator's name and leads into the pages of the form. */
export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await filingStaff(request);
  const { id: staffId, name, organisation, organisationName } = staff;
  if (organisation === null) return toErrorPage(new AppError('forbidden'));
  const draft = await beginStaffDraft({
    filer: { kind: 'operator', staffId, name, organisation },
    answers: { who: { track: 'wholesale', organisationName: organisationName ?? organisation } },
    language: requestLanguage(request, activeProfile()),
    now: now().toISOString(),
  });
  const headers = { 'Set-Cookie': await keepStaffDraft(staff, draft.token, draft.expiresAt) };
  return redirect(FIRST_QUESTION, { status: 303, headers });
}

const NEEDED = ['respondent', 'agreement', 'negotiation', 'annexes', 'interim'] as const;

export default function NewDispute({ loaderData: { staff } }: Route.ComponentProps) {
  const t = useT('wholesale');
  return (
    <OperatorPage staff={staff} current="disputes">
      <PageTitle lead={t('new.lead', { operator: staff.organisationName ?? '', name: staff.name })}>
        {t('new.title')}
      </PageTitle>
      <h2>{t('new.needed')}</h2>
      <ul className="mb-6 list-disc space-y-1 ps-5">
        {NEEDED.map(key => (
          <li key={key}>{t(`new.${key}`)}</li>
        ))}
      </ul>
      <PostForm>
        <Button>{t('new.begin')}</Button>
      </PostForm>
    </OperatorPage>
  );
}
