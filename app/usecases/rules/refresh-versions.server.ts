import { database } from '#app/platform/db/client.server.ts';
import { log } from '#app/platform/log.server.ts';
import { onShutdown } from '#app/platform/shutdown.server.ts';
import { shippedProfile } from '../profile.server.ts';
import { calendarOfRow, ruleOfRow } from './version-store.server.ts';
import { keepPublished, type PublishedVersions } from './versions-in-force.ts';

/** How often a process asks whether something was published: less than the lead of every publication. */
const CHECK_MILLISECONDS = 1000;

let known: string | undefined;

async function readPublished(): Promise<PublishedVersions> {
  const where = { profile: shippedProfile().id, state: 'published' };
  const orderBy = { activatesAt: 'asc' } as const;
  const [rules, calendars] = await Promise.all([
    database().ruleVersion.findMany({ where, orderBy }),
    database().calendarVersion.findMany({ where, orderBy }),
  ]);
  return { rules: rules.map(ruleOfRow), calendars: calendars.map(calendarOfRow) };
}

/** Which versions are published, in one short line: a published version changes in nothing but by being withdrawn. */
async function stampOfPublished(): Promise<string> {
  const { id } = shippedProfile();
  const [row] = await database().$queryRaw<{ stamp: string | null }[]>`
    SELECT string_agg(v.id, ' ' ORDER BY v.id) AS stamp FROM (
      SELECT id FROM "rule_version" WHERE state = 'published' AND profile = ${id}
      UNION ALL SELECT id FROM "calendar_version" WHERE state = 'published' AND profile = ${id}) v`;
  return `${id} ${row?.stamp ?? ''}`;
}

/** Brings this process's rules and calendars up to what is published. One short query when nothing was. */
export async function refreshVersions(): Promise<void> {
  const stamp = await stampOfPublished();
  if (stamp === known) return;
  keepPublished(await readPublished());
  known = stamp;
}

let first: Promise<void> | undefined;
let timer: NodeJS.Timeout | undefined;

function checkAgain(): void {
  timer = setTimeout(() => {
    refreshVersions()
      .catch(error => log.warn({ err: error }, 'the published rules could not be read'))
      .finally(() => {
        if (timer !== undefined) checkAgain();
      });
  }, CHECK_MILLISECONDS);
  timer.unref();
}

/**
 * Has this process know within a second what is published, for as long as it runs. Publications lie further ahead than
 * that, so every process applies a version from the same instant.
 * @returns when it is up to date for the first time; it fails as long as the database does
 */
export function watchVersions(): Promise<void> {
  if (timer === undefined) {
    checkAgain();
    onShutdown('the watch over rules', () => {
      clearTimeout(timer);
      timer = undefined;
    });
  }
  first ??= refreshVersions().catch(error => {
    first = undefined;
    throw error;
  });
  return first;
}
