import { requireStaff } from '#app/platform/session/staff-session.server.ts';
import type { Route } from './+types/live.ts';
import { openLiveStream } from './live-stream.server.ts';

/** What happens to the desk's cases, as server-sent events for as long as the page is open. */
export async function loader({ request }: Route.LoaderArgs) {
  return openLiveStream(request, await requireStaff(request, 'operator'));
}
