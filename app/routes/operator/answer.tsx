import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { AnswersPart } from '#app/ui/case/answers-part.tsx';
import { CaseClocks } from '#app/ui/case/case-clocks.tsx';
import { CaseHeading } from '#app/ui/case/case-heading.tsx';
import { AskedPart, FactsPart, NarrativePart } from '#app/ui/case/complaint-part.tsx';
import { PersonPart } from '#app/ui/case/person-part.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { readCasePage } from '#app/usecases/complaints/queries/case-page.server.ts';
import type { Route } from './+types/answer.ts';
import { AnswerForm, useAnswerLabels } from './answer-form.tsx';
import { giveAnswer } from './give-answer.server.ts';
import { nameOf, OperatorPage, PRIVATE_PAGE } from './operator-page.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request, params }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  const found = await orErrorPage(() => readCasePage(staff, params.reference, now().toISOString()));
  return { staff: nameOf(staff), found };
}

export async function action({ request, params }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'operator');
  const instant = now().toISOString();
  const found = await orErrorPage(() => readCasePage(staff, params.reference, instant));
  return giveAnswer({ request, actor: staff, now: instant, found });
}

type Found = Route.ComponentProps['loaderData']['found'];

/** What the answer is about, beside the form. */
function Recap({ found }: { found: Found }) {
  const { summary, seen } = found;
  return (
    <>
      {seen.clocks === undefined ? null : <CaseClocks clocks={seen.clocks} />}
      <AskedPart summary={summary} />
      <PersonPart seen={seen} language={summary.language} />
      <NarrativePart narrative={seen.narrative} />
      <FactsPart found={found} />
      <AnswersPart
        answers={seen.responses}
        decisions={seen.decision}
        currency={summary.currency}
        files={seen['evidence-copy']}
      />
    </>
  );
}

export default function AnswerPage({
  loaderData: { staff, found },
  actionData: refused,
}: Route.ComponentProps) {
  const t = useT('operator');
  const labels = useAnswerLabels(found.summary.issues);
  const open = found.commands.includes('answer');
  return (
    <OperatorPage staff={staff} current="case">
      <CaseHeading found={found} title={t('answer.title')} />
      {refused === undefined ? null : <RefusalNotice code={refused.code} />}
      {open && refused === undefined ? <p className="lead">{t('answer.lead')}</p> : null}
      <ErrorSummary errors={refused?.errors} labels={labels} />
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0">
          {open ? null : (
            <Notice kind="warning">
              <p>{t('answer.closed')}</p>
              <p className="mt-3">
                <LinkButton look="secondary" href={`/operator/cases/${found.summary.reference}`}>
                  {t('answer.back')}
                </LinkButton>
              </p>
            </Notice>
          )}
          {open || refused !== undefined ? <AnswerForm found={found} refused={refused} /> : null}
        </div>
        <div className="min-w-0">
          <Recap found={found} />
        </div>
      </div>
    </OperatorPage>
  );
}
