import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { CaseHeading } from '#app/ui/case/case-heading.tsx';
import { CaseOverview } from '#app/ui/case/case-overview.tsx';
import { SupportersPart } from '#app/ui/collective/supporters-part.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { colleagueNames } from '#app/usecases/casework/desk-notes.server.ts';
import { readDeskPapers } from '#app/usecases/casework/queries/desk-papers.server.ts';
import { readCollectiveCase } from '#app/usecases/collective/queries/collective-case.server.ts';
import { readCasePage } from '#app/usecases/complaints/queries/case-page.server.ts';
import { registeredOperators } from '#app/usecases/complaints/queries/register-of-operators.server.ts';
import { openedByDesk } from '#app/usecases/service/opened-by-desk.server.ts';
import type { Route } from './+types/case.ts';
import { AddEvidence } from './add-evidence.tsx';
import { ProposalNotice, WritersNotice } from './answer-notices.tsx';
import { CASE_FORMS, giveLiaisonCommand } from './case-command.server.ts';
import { CaseCommands } from './case-commands.tsx';
import { DeskPapersPart } from './desk-papers-part.tsx';
import { nameOf, OperatorPage, PRIVATE_PAGE } from './operator-page.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

const DONE = [...CASE_FORMS, 'answer', 'submitted', 'returned'] as const;
/** What the desk's own catalogue says is done; the other commands are in `operator`. */
const DONE_AT_THE_DESK: readonly string[] = [
  'desk-note',
  'follow',
  'unfollow',
  'submitted',
  'returned',
  'answer-interim',
  'keep-promise',
];

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request, params }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  const wanted = new URL(request.url).searchParams.get('done');
  return orErrorPage(async () => {
    const found = await openedByDesk(staff, params.reference, now().toISOString());
    const operators = found.commands.includes('misdirect') ? await registeredOperators() : [];
    return {
      staff: nameOf(staff),
      found,
      collective: found.standing.collective ? await readCollectiveCase(staff, found.id) : null,
      operators: operators.filter(({ active }) => active),
      done: DONE.find(command => command === wanted) ?? null,
      papers: await readDeskPapers(staff, found.id, now().toISOString()),
      colleagues: await colleagueNames(staff),
    };
  });
}

export async function action({ request, params }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'operator');
  const instant = now().toISOString();
  const found = await orErrorPage(() => readCasePage(staff, params.reference, instant));
  return giveLiaisonCommand({ request, actor: staff, now: instant, found });
}

export default function CasePage({ loaderData, actionData: refused }: Route.ComponentProps) {
  const t = useT('operator');
  const { staff, found, operators, done, collective, papers, colleagues } = loaderData;
  const labels = {
    'request-information.question': t('command.question'),
    'request-extension.reason': t('command.extensionReason'),
    'misdirect.reason': t('command.misdirectReason'),
    'misdirect.suggestedOperatorId': t('command.suggested'),
    'report-remedy.report': t('command.report'),
    'write-to-complainant.body': t('command.message'),
    'add-evidence.files': t('command.files'),
    'answer-interim.doing': t('answering:interim.doing'),
    'answer-interim.until': t('answering:interim.until'),
    'keep-promise.report': t('answering:promise.report'),
    'desk-note.body': t('answering:notes.body'),
  };
  return (
    <OperatorPage staff={staff} current="case">
      <CaseHeading found={found} />
      {refused === undefined ? null : <RefusalNotice code={refused.code} />}
      <ErrorSummary errors={refused?.errors} labels={labels} />
      {done === null || refused !== undefined ? null : (
        <Notice kind="success" live>
          <p>{t(DONE_AT_THE_DESK.includes(done) ? `answering:done.${done}` : `done.${done}`)}</p>
        </Notice>
      )}
      <WritersNotice writers={papers.writers} />
      <ProposalNotice proposal={papers.proposal} found={found} />
      <CaseOverview
        found={found}
        aside={
          <>
            {collective ? <SupportersPart {...collective} waits={false} /> : null}
            <DeskPapersPart {...{ papers, colleagues, refused }} version={found.version} />
          </>
        }
        commands={
          <CaseCommands
            {...{ found, operators, refused }}
            answerWaits={papers.proposal?.state === 'waiting'}
          />
        }
        addEvidence={<AddEvidence found={found} refused={refused} />}
      />
    </OperatorPage>
  );
}
