import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { CaseHeading } from '#app/ui/case/case-heading.tsx';
import { CaseOverview } from '#app/ui/case/case-overview.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { openDispute, readDispute } from '#app/usecases/complaints/queries/disputes-filed.server.ts';
import { AddEvidence } from '../add-evidence.tsx';
import { nameOf, OperatorPage, PRIVATE_PAGE } from '../operator-page.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import type { Route } from './+types/dispute.ts';
import { CLAIMANT_COMMANDS, giveClaimantCommand } from './claimant-command.server.ts';
import { ClaimantCommands } from './claimant-commands.tsx';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request, params }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'operator');
  const query = new URL(request.url).searchParams;
  return orErrorPage(async () => ({
    staff: nameOf(staff),
    found: await readDispute(staff, params.reference, now().toISOString()),
    filed: query.has('filed'),
    done: CLAIMANT_COMMANDS.find(command => command === query.get('done')) ?? null,
  }));
}

export async function action({ request, params }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'operator');
  const instant = now().toISOString();
  const [actor, found] = await orErrorPage(async () => [
    await openDispute(staff, params.reference),
    await readDispute(staff, params.reference, instant),
  ]);
  return giveClaimantCommand({ request, actor, now: instant, found });
}

export default function DisputePage({ loaderData, actionData: refused }: Route.ComponentProps) {
  const t = useT('wholesale');
  const { staff, found, filed, done } = loaderData;
  const labels = {
    'provide-information.message': t('command.message'),
    'dispute.message': t('command.message'),
    'dispute.reasons': t('track:judge.reasons'),
    'dispute.issues': t('track:judge.issues'),
    'withdraw.message': t('command.message'),
    'send-message.message': t('command.message'),
    'add-evidence.files': t('operator:command.files'),
    'add-evidence.description': t('tracks:annex.description'),
  };
  return (
    <OperatorPage staff={staff} current="disputes">
      <CaseHeading found={found} title={t('case.caption')} />
      {filed ? <Notice kind="success" live title={t('case.filed')} /> : null}
      {refused === undefined ? null : <RefusalNotice code={refused.code} />}
      <ErrorSummary errors={refused?.errors} labels={labels} />
      {done === null || refused !== undefined ? null : <Notice kind="success" live title={t('case.done')} />}
      <CaseOverview
        found={found}
        commands={<ClaimantCommands found={found} refused={refused} />}
        addEvidence={<AddEvidence found={found} refused={refused} />}
      />
    </OperatorPage>
  );
}
