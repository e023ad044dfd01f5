import { redirect } from 'react-router';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { now } from '#app/platform/clock.server.ts';
import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import { readQueuePlace } from '#app/usecases/complaints/queries/operator-queue.server.ts';
import { queueAddress, readQueueFilter } from '#app/usecases/complaints/queue-filter.schema.ts';
import { deskRevision, followDesks } from '#app/usecases/desk/desk-pulse.server.ts';
import { deskPage } from '#app/usecases/desk/queries/desk-page.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { nameOf } from './operator-page.tsx';

/**
 * What the queue shows for an address, to the liaison who is signed in.
 * @param whether `opens`: an address that asks for nothing in particular then leads to one's own view, by a redirect
 */
export async function readDesk(request: Request, whether: { readonly opens: boolean }) {
  const staff = await requireStaff(request, 'operator');
  followDesks();
  const { search, searchParams } = new URL(request.url);
  const filter = readQueueFilter(searchParams);
  const place = readQueuePlace(searchParams);
  // Before the cases are read: what happens from here on, the page's stream tells.
  const revision = deskRevision(staff.organisation ?? '') ?? '';
  const question = { actor: staff, filter, place, now: now().toISOString() };
  const page = await deskPage(question, whether.opens && search === '');
  if ('opens' in page) throw redirect(queueAddress(page.opens));
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
      ...{ filter, page, regions, revision },
      categories: profile.categories,
      place: Object.fromEntries(at),
    },
    staff: nameOf(staff),
  };
}

/** What `readDesk` gives a page. */
export type Desk = Awaited<ReturnType<typeof readDesk>>['desk'];
