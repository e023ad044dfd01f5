import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { orErrorPage } from '#app/platform/http/refusal.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { CaseHeading } from '#app/ui/case/case-heading.tsx';
import { CaseOverview } from '#app/ui/case/case-overview.tsx';
import { SplitView } from '#app/ui/staff-layout.tsx';
import { readCasePage } from '#app/usecases/complaints/queries/case-page.server.ts';
import type { Route } from './+types/beside.ts';
import { OperatorPage, PRIVATE_PAGE } from './operator-page.tsx';
import { NarrowList } from './queue-list.tsx';
import { readDesk } from './read-desk.server.ts';

export function headers() {
  return PRIVATE_PAGE;
}

export async function loader({ request, params }: Route.LoaderArgs) {
  const { staff, desk, member } = await readDesk(request, { opens: false });
  return orErrorPage(async () => {
    const found = await readCasePage(member, params.reference, now().toISOString());
    return { staff, desk, found };
  });
}

/** A case beside its list: to read one after the other. What is done to it is done on its own page. */
export default function Beside({ loaderData: { staff, desk, found } }: Route.ComponentProps) {
  const t = useT('desk');
  const { reference } = found.summary;
  const page = `/operator/cases/${reference}`;
  const answerable = found.commands.includes('answer');
  return (
    <OperatorPage staff={staff} current="queue">
      <SplitView
        list={<NarrowList {...desk} current={reference} />}
        detail={
          <>
            <CaseHeading found={found} />
            <p className="button-row">
              {answerable ? <LinkButton href={`${page}/answer`}>{t('beside.answer')}</LinkButton> : null}
              <LinkButton href={page} look="secondary">
                {t('beside.open')}
              </LinkButton>
            </p>
            <CaseOverview found={found} />
          </>
        }
      />
    </OperatorPage>
  );
}
