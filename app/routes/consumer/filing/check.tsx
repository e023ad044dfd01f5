import { redirect } from 'react-router';
import { findSensitive } from '#app/domain/shared/sensitive-text.ts';
import { useT } from '#app/i18n/use-translation.ts';
import { refuse, requireMethod } from '#app/platform/http/refusal.server.ts';
import { receiptCookie } from '#app/platform/session/cookies.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import { listDraftEvidence } from '#app/usecases/complaints/drafts/draft-evidence.server.ts';
import { fileDraft } from '#app/usecases/complaints/drafts/file-draft.server.ts';
import { operatorFiling } from '#app/usecases/complaints/drafts/filer.ts';
import { stepsToCorrect } from '#app/usecases/complaints/drafts/filing-steps.ts';
import { admissibilityOfDraft, readDraft } from '#app/usecases/complaints/drafts/read-draft.ts';
import { keepReceipt } from '#app/usecases/complaints/drafts/read-receipt.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/check.ts';
import { Answers, FileForm, Files, ToCorrect } from './check-parts.tsx';
import { checkSections } from './check-sections.ts';
import { filingMode } from './filing-mode.tsx';
import { leaveOf } from './leave-draft.server.ts';
import { LeaveDraft } from './leave-draft.tsx';
import { NotYetText } from './not-yet.tsx';
import { SecretsNotice } from './secrets-notice.tsx';
import { similarTo } from './similar-reports.server.ts';
import { SimilarReports } from './similar-reports.tsx';
import { StepPage } from './step-page.tsx';
import { RECEIPT_PATH } from './step-paths.ts';
import { forgottenDraft, NO_STORE, openStep, tokenOr410, visitOf } from './steps.server.ts';

export const headers = () => NO_STORE;

export async function loader({ request }: Route.LoaderArgs) {
  const opened = await openStep(request, 'check');
  const { token, draft, language, now } = opened;
  const filedByOperator = operatorFiling(draft.filer);
  const context = { profile: activeProfile(), now, filedByOperator };
  const { values, errors } = readDraft(draft.answers, context);
  return {
    sections: checkSections(values, { language, profile: context.profile }),
    files: await listDraftEvidence(token),
    toCorrect: stepsToCorrect(errors, context),
    admissibility: admissibilityOfDraft(draft.answers, context),
    leave: await leaveOf(opened),
    similar: await similarTo(opened),
    secrets: [...new Set(findSensitive(values.narrative ?? '').map(({ kind }) => kind))],
    ...filingMode(draft),
    expiresAt: draft.expiresAt.toISOString(),
  };
}

/** Files the complaint; sent twice, it leads to the same receipt. */
export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const visit = await visitOf(request);
  if (visit.token === null && (await receiptCookie.read(request, new Date(visit.now))) !== null) {
    return redirect(RECEIPT_PATH, { status: 303 });
  }
  try {
    const filed = await fileDraft(tokenOr410(visit), visit.now);
    const receipt = keepReceipt(filed);
    const headers = new Headers({ 'Set-Cookie': await forgottenDraft(visit) });
    // An operator follows its dispute by its account: its receipt is the case itself.
    if (filed.byOperator)
      return redirect(`/operator/disputes/${filed.reference}?filed`, { status: 303, headers });
    if (receipt !== null)
      headers.append('Set-Cookie', await receiptCookie.set(receipt, filed.codeShownUntil));
    return redirect(RECEIPT_PATH, { status: 303, headers });
  } catch (error) {
    return refuse(error);
  }
}

export default function Check({ loaderData }: Route.ComponentProps) {
  const t = useT('filing');
  const { sections, files, toCorrect, admissibility, leave, secrets, similar, expiresAt } = loaderData;
  const refused = admissibility?.ok === false ? admissibility : null;
  const filable = refused === null && toCorrect.length === 0;
  return (
    <StepPage
      step="check"
      title={t('check.title')}
      problem={toCorrect.length > 0 ? <ToCorrect steps={toCorrect} /> : undefined}
      expiresAt={expiresAt}
    >
      {refused ? (
        <Notice kind="warning" title={t(`notYet.${refused.reason}.title`)}>
          <NotYetText verdict={refused} />
        </Notice>
      ) : null}
      {secrets.length > 0 ? <SecretsNotice kinds={secrets} /> : null}
      {sections.map(section => (
        <Answers key={section.step} {...section} />
      ))}
      <Files files={files} />
      <SimilarReports count={similar} />
      {filable ? <FileForm /> : null}
      {leave && toCorrect.length === 0 ? <LeaveDraft {...leave} /> : null}
    </StepPage>
  );
}
