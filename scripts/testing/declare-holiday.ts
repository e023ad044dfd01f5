import { parseArgs } from 'node:util';
import type { Actor } from '#app/domain/case/states.ts';
import { now } from '#app/platform/clock.server.ts';
import { shutDown } from '#app/platform/shutdown.server.ts';
import { draftCalendar } from '#app/usecases/rules/draft-calendar.server.ts';
import { publishVersion } from '#app/usecases/rules/publish-version.server.ts';

/** Declares a day off late, for the clocks that run: `--on 2026-03-23 --name eid-al-fitr`. Prints the activation. */
const ADMINISTRATOR: Actor = {
  role: 'administrator',
  id: 'test-administrator',
  name: 'Nadia',
  organisation: null,
};

const { values } = parseArgs({ options: { on: { type: 'string' }, name: { type: 'string' } } });
if (!values.on || !values.name) throw new Error('which day, and what is it called?');

const at = now().toISOString();
const id = await draftCalendar({
  actor: ADMINISTRATOR,
  changes: [{ do: 'declare', on: values.on, name: values.name }],
  source: 'Communiqué',
  reason: 'Announced after the sighting of the moon',
  appliesTo: 'open-clocks',
  now: at,
});
console.log(await publishVersion({ actor: ADMINISTRATOR, kind: 'calendar', id, activateOn: null, now: at }));
await shutDown();
