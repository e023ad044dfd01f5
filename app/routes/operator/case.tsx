import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { CaseHeading } from '#app/ui/case/case-heading.tsx';
import { CaseOverview } from '#app/ui/case/case-overview.tsx';
import { SupportersPart } from '#app/ui/collective/supporters-part.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { readCollectiveCase } from '#app/usecases/collective/queries/collective-case.server.ts';
import { readCasePage } from '#app/usecases/complaints/queries/case-page.server.ts';
import { registeredOperators } from '#app/usecases/complaints/queries/register-of-operators.server.ts';
import { openedByDesk } from '#app/usecases/service/opened-by-desk.server.ts';
import type { Route } from './+types/case.ts';
import { giveLiaisonCommand, LIAISON_COMMANDS } from './case-command.server.ts';
import { AddEvidence, CaseCommands } from './case-commands.tsx';
import { nameOf, OperatorPage, PRIVATE_PAGE } from './operator-page.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

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
      done: [...LIAISON_COMMANDS, 'answer' as const].find(command => command === wanted) ?? null,
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
  const { staff, found, operators, done, collective } = loaderData;
  const labels = {
    'request-information.question': t('command.question'),
    'request-extension.reason': t('command.extensionReason'),
    'misdirect.reason': t('command.misdirectReason'),
    'misdirect.suggestedOperatorId': t('command.suggested'),
    'report-remedy.report': t('command.report'),
    'write-to-complainant.body': t('command.message'),
    'add-evidence.files': t('command.files'),
  };
  return (
    <OperatorPage staff={staff} current="case">
      <CaseHeading found={found} />
      {refused === undefined ? null : <RefusalNotice code={refused.code} />}
      <ErrorSummary errors={refused?.errors} labels={labels} />
      {done === null || refused !== undefined ? null : (
        <Notice kind="success" live>
          <p>{t(`done.${done}`)}</p>
        </Notice>
      )}
      <CaseOverview
        found={found}
        aside={collective ? <SupportersPart {...collective} waits={false} /> : null}
        commands={<CaseCommands found={found} operators={operators} refused={refused} />}
        addEvidence={<AddEvidence found={found} refused={refused} />}
      />
    </OperatorPage>
  );
}
