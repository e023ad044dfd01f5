import { redirect } from 'react-router';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { readQueuePlace } from '#app/usecases/complaints/queries/operator-queue.server.ts';
import { queueAddress, readQueueFilter } from '#app/usecases/complaints/queue-filter.schema.ts';
import { followDesks } from '#app/usecases/desk/desk-pulse.server.ts';
import { deskPage } from '#app/usecases/desk/queries/desk-page.server.ts';
import { defaultFilter } from '#app/usecases/desk/queries/desk-views.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { nameOf } from './operator-page.tsx';

/** What the queue shows for an address, to the liaison who is signed in. */
export async function readDesk(request: Request) {
  const staff = await requireStaff(request, 'operator');
  followDesks();
  const { searchParams } = new URL(request.url);
  const filter = readQueueFilter(searchParams);
  const place = readQueuePlace(searchParams);
  const page = await deskPage({ actor: staff, filter, place, now: now().toISOString() });
  const profile = activeProfile();
  const language = requestLanguage(request, profile);
  const regions = Object.fromEntries(profile.regions.map(({ code, name }) => [code, name[language]]));
  const at = ['after', 'before'].flatMap(name => {
    const value = searchParams.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    member: staff,
    desk: {
      ...{ filter, page, regions },
      categories: profile.categories,
      place: Object.fromEntries(at),
    },
    staff: nameOf(staff),
  };
}

/** What `readDesk` gives a page. */
export type Desk = Awaited<ReturnType<typeof readDesk>>['desk'];

/** @throws a redirect to one's own view where an address asks for nothing in particular */
export async function openDefaultView(request: Request): Promise<void> {
  if (new URL(request.url).search !== '') return;
  const filter = await defaultFilter(await requireStaff(request, 'operator'));
  if (filter === null) return;
  const address = queueAddress(filter);
  if (address !== '/operator') throw redirect(address);
}
