import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { CaseHeading } from '#app/ui/case/case-heading.tsx';
import { CaseOverview } from '#app/ui/case/case-overview.tsx';
import { SupportersPart } from '#app/ui/collective/supporters-part.tsx';
import { readCollectiveCase } from '#app/usecases/collective/queries/collective-case.server.ts';
import { readCasePage } from '#app/usecases/complaints/queries/case-page.server.ts';
import { registeredOperators } from '#app/usecases/complaints/queries/register-of-operators.server.ts';
import { readRegulatorSide } from '#app/usecases/complaints/queries/regulator-case.server.ts';
import type { Route } from './+types/case.ts';
import { CaseAside } from './case-aside.tsx';
import { giveOfficerCommand, OFFICER_COMMANDS } from './case-command.server.ts';
import { CaseCommands } from './case-commands.tsx';
import { caseHref } from './case-links.ts';
import { readCaseQueue } from './case-queue.server.ts';
import { CaseSteps, CommandDone } from './case-steps.tsx';
import { RegulatorFrame } from './frame.tsx';

export async function loader({ request, params }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'regulator');
  const wanted = new URL(request.url).searchParams.get('done');
  const instant = now().toISOString();
  return orErrorPage(async () => {
    const found = await readCasePage(staff, params.reference, instant);
    const operators = found.commands.includes('reroute') ? await registeredOperators() : [];
    return {
      viewer: { name: staff.name, role: staff.role },
      found,
      queue: await readCaseQueue(staff, request, { found, now: instant }),
      collective: found.standing.collective ? await readCollectiveCase(staff, found.id) : null,
      side: await readRegulatorSide(staff, found.id),
      operators: operators.filter(operator => operator.active),
      done: OFFICER_COMMANDS.find(command => command === wanted) ?? null,
    };
  });
}

export async function action({ request, params }: Route.ActionArgs) {
  const staff = await requireStaff(request, 'regulator-commands');
  const instant = now().toISOString();
  const found = await orErrorPage(() => readCasePage(staff, params.reference, instant));
  return giveOfficerCommand({ request, actor: staff, now: instant, found });
}

export default function CasePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('regulator');
  const { viewer, found, queue, side, operators, done, collective } = loaderData;
  return (
    <RegulatorFrame viewer={viewer} current="cases">
      <CaseSteps queue={queue} />
      <CaseHeading found={found} title={t('case.caption')} />
      {done === null || actionData !== undefined ? null : <CommandDone command={done} queue={queue} />}
      <CaseOverview
        found={found}
        commands={<CaseCommands found={found} operators={operators} refused={actionData} />}
        aside={
          <>
            {collective ? (
              <SupportersPart
                {...collective}
                waits={found.standing.collective?.textWaits === true}
                manageHref={`${caseHref(found.summary.reference)}/supporters`}
              />
            ) : null}
            <CaseAside found={found} side={side} />
          </>
        }
        bundleHref={found.originals ? `${caseHref(found.summary.reference)}/custody.zip` : undefined}
      />
    </RegulatorFrame>
  );
}
