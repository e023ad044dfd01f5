import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import { applyChanges, CALENDAR_CHANGE, nextCalendar } from '#app/domain/rules/calendar-change.ts';
import { RULE_DEFINITION } from '#app/domain/rules/rule-definition.ts';
import { periodFaults } from '#app/domain/rules/rule-periods.ts';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { isPlainDate, localDateOf, type PlainDate, startOfDay } from '#app/domain/shared/plain-date.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { shippedProfile } from '../profile.server.ts';
import type { Activated } from './clock-moves.ts';
import { refreshVersions } from './refresh-versions.server.ts';
import {
  lockPublications,
  publishedCalendars,
  publishedRules,
  requireAdministrator,
} from './version-store.server.ts';

/**
 * How far ahead the nearest activation lies: every process looks for publications each second, so all of them know a
 * version before it is in force.
 */
const LEAD_SECONDS = 3;

interface Publication {
  readonly actor: Actor;
  readonly kind: Activated['kind'];
  readonly id: string;
  /** The local day at whose beginning it comes into force; null for now. */
  readonly activateOn: PlainDate | null;
  /** ISO instant. */
  readonly now: string;
}

const refuse = (fields: FieldErrors) => new AppError('invalid-input', { fields });

function activationOf({ activateOn, now }: Publication): string {
  const soonest = Temporal.Instant.from(now).add({ seconds: LEAD_SECONDS });
  if (activateOn === null) return soonest.toString({ fractionalSecondDigits: 3 });
  if (!isPlainDate(activateOn)) throw refuse({ activateOn: { code: 'not-a-date' } });
  const at = Temporal.Instant.from(startOfDay(activateOn, shippedProfile().timeZone));
  if (Temporal.Instant.compare(at, soonest) < 0) throw refuse({ activateOn: { code: 'day-has-begun' } });
  return at.toString({ fractionalSecondDigits: 3 });
}

async function publishCalendar(tx: Tx, { id, now }: Publication, activatesAt: string) {
  const row = await tx.calendarVersion.findFirst({ where: { id, state: 'draft' } });
  if (row === null) throw new AppError('not-found');
  const base = (await publishedCalendars(tx)).at(-1);
  if (base === undefined) throw new AppError('not-found');
  // A version is made of the one before it: one that comes into force earlier would be undone by it.
  if (base.activatedAt !== undefined && base.activatedAt >= activatesAt) {
    throw refuse({ activateOn: { code: 'later-version-waits', params: { version: base.version } } });
  }
  const applied = applyChanges(base, z.array(CALENDAR_CHANGE).parse(row.changes));
  if (!applied.ok) throw refuse({ changes: { code: applied.reason } });
  const publishedOn = localDateOf(now, shippedProfile().timeZone);
  return nextCalendar(base, applied, { version: id, publishedOn, source: row.source });
}

async function checkRule(tx: Tx, { id }: Publication, activatesAt: string): Promise<void> {
  const row = await tx.ruleVersion.findFirst({ where: { id, state: 'draft' } });
  if (row === null) throw new AppError('not-found');
  const definition = RULE_DEFINITION.parse(row.definition);
  const { timeZone } = shippedProfile();
  const faults = periodFaults(
    { line: row.line, definition, validFrom: localDateOf(activatesAt, timeZone) },
    await publishedRules(tx),
  );
  if (Object.keys(faults).length > 0) throw refuse(faults);
}

async function publishIn(tx: Tx, publication: Publication, activatesAt: string): Promise<void> {
  const { actor, kind, id, now } = publication;
  const author = requireAdministrator(actor);
  await lockPublications(tx);
  const published = {
    ...{ state: 'published', activatesAt, publishedAt: now },
    ...{ publishedBy: author.id, publishedByName: author.name },
  };
  if (kind === 'calendar') {
    const definition = await publishCalendar(tx, publication, activatesAt);
    await tx.calendarVersion.update({ where: { id }, data: { ...published, definition } });
  } else {
    await checkRule(tx, publication, activatesAt);
    await tx.ruleVersion.update({ where: { id }, data: published });
  }
  await tx.versionRun.create({ data: { versionId: id, kind, activatesAt } });
}

/**
 * Publishes a draft: from its activation it is in force in every process, and the worker then gives the open cases
 * that it moves their new dates.
 * @returns the instant of the activation
 * @throws AppError `forbidden`, `not-found` for what is no draft (any more), `invalid-input` with the fields
 */
export async function publishVersion(publication: Publication): Promise<string> {
  requireAdministrator(publication.actor);
  const activatesAt = activationOf(publication);
  await withActor(publication.actor, tx => publishIn(tx, publication, activatesAt));
  await refreshVersions();
  return activatesAt;
}
