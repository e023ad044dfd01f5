import { redirect } from 'react-router';
import type { Route } from './+types/index.ts';
import { requireDeskAdministrator } from './require-desk-administrator.server.ts';
import { SETTINGS_TABS } from './settings-tabs.ts';

/** The settings begin with their first page. */
export async function loader({ request }: Route.LoaderArgs) {
  await requireDeskAdministrator(request);
  return redirect(SETTINGS_TABS[0].href);
}
