import { redirect } from 'react-router';
import { useT } from '#app/i18n/use-translation.ts';
import { now } from '#app/platform/clock.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { orErrorPage, requireMethod } from '#app/platform/http/refusal.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageTitle, Section } from '#app/ui/page-title.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { registeredOperators } from '#app/usecases/complaints/queries/register-of-operators.server.ts';
import { DeliveryFilter } from '#app/usecases/service/delivery-filter.schema.ts';
import { listDeliveries } from '#app/usecases/service/queries/deliveries.server.ts';
import { unreachedDesks } from '#app/usecases/service/queries/unreached-desks.server.ts';
import { retryDelivery } from '#app/usecases/service/retry-delivery.server.ts';
import { RegulatorFrame } from '../frame.tsx';
import type { Route } from './+types/deliveries.ts';
import { DeliveryFilters } from './delivery-filters.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { UnreachedTable } from './unreached-table.tsx';

export async function loader({ request }: Route.LoaderArgs) {
  const staff = await requireStaff(request, 'regulator');
  const { searchParams } = new URL(request.url);
  const filter = DeliveryFilter.parse(Object.fromEntries(searchParams));
  const [page, unreached, operators] = await Promise.all([
    listDeliveries(staff, filter, now().toISOString()),
    unreachedDesks(staff),
    registeredOperators(),
  ]);
  return {
    viewer: { name: staff.name, role: staff.role },
    ...{ filter, page, unreached, operators },
    retried: searchParams.has('retried'),
  };
}

/** Tries one delivery again and comes back to the same list. */
export async function action({ request }: Route.ActionArgs) {
  requireMethod(request, 'POST');
  const staff = await requireStaff(request, 'regulator');
  const form = await readForm(request);
  await orErrorPage(() => retryDelivery(staff, String(form.get('delivery')), now().toISOString()));
  const { searchParams } = new URL(request.url);
  searchParams.set('retried', '1');
  return redirect(`/regulator/deliveries?${searchParams}`);
}

function addressOf(filter: DeliveryFilter, changes: Partial<DeliveryFilter>): string {
  const given = Object.entries({ ...filter, ...changes }).filter(([, value]) => value);
  return `/regulator/deliveries?${new URLSearchParams(given as [string, string][])}`;
}

export default function Deliveries({ loaderData }: Route.ComponentProps) {
  const t = useT('service');
  const { viewer, filter, page, unreached, operators, retried } = loaderData;
  const mayRetry = viewer.role === 'case_officer' || viewer.role === 'administrator';
  return (
    <RegulatorFrame viewer={viewer} current="deliveries">
      <PageTitle lead={t('page.lead')}>{t('page.title')}</PageTitle>
      {retried ? (
        <Notice kind="success" live>
          <p>{t('page.retried')}</p>
        </Notice>
      ) : null}
      <Section title={t('page.unreached')}>
        <UnreachedTable rows={unreached} />
      </Section>
      <Section title={t('page.list')}>
        <DeliveryFilters filter={filter} operators={operators} />
        <DeliveryTable rows={page.rows} mayRetry={mayRetry} />
        <Pagination nextHref={page.next === null ? undefined : addressOf(filter, { after: page.next })} />
      </Section>
    </RegulatorFrame>
  );
}
