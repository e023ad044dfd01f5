import { z } from 'zod';
import type { Actor } from '#app/domain/case/states.ts';
import type { APPLIES_TO } from '#app/domain/deadline/activation.ts';
import { applyChanges, CALENDAR_CHANGE, type CalendarChange } from '#app/domain/rules/calendar-change.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { localDateOf } from '#app/domain/shared/plain-date.ts';
import { type Tx, withActor } from '#app/platform/db/client.server.ts';
import { shippedProfile } from '../profile.server.ts';
import { publishedCalendars, requireAdministrator } from './version-store.server.ts';

interface CalendarDraft {
  readonly actor: Actor;
  readonly changes: readonly CalendarChange[];
  /** Where the days were announced, and why the calendar is changed. */
  readonly source: string;
  readonly reason: string;
  readonly appliesTo: (typeof APPLIES_TO)[number];
  /** ISO instant. */
  readonly now: string;
}

/** "ma-2026.3": the year of the draft and the next free number, counting what was shipped. */
async function nextVersion(tx: Tx, now: string): Promise<string> {
  const { id, calendars, timeZone } = shippedProfile();
  const prefix = `${id}-${localDateOf(now, timeZone).slice(0, 4)}.`;
  const rows = await tx.calendarVersion.findMany({
    where: { id: { startsWith: prefix } },
    select: { id: true },
  });
  const numbers = [...rows.map(row => row.id), ...calendars.map(({ version }) => version)]
    .filter(version => version.startsWith(prefix))
    .map(version => Number(version.slice(prefix.length)));
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

/** @throws AppError `invalid-input` naming the change that doesn't fit the calendar as it will then be */
async function refuseUnfit(tx: Tx, changes: readonly CalendarChange[]): Promise<void> {
  const base = (await publishedCalendars(tx)).at(-1);
  if (base === undefined) throw new AppError('not-found');
  const regions = new Set(shippedProfile().regions.map(({ code }) => code));
  const foreign = changes.some(
    change => change.do === 'declare' && change.regions?.some(code => !regions.has(code)),
  );
  if (foreign) throw new AppError('invalid-input', { fields: { regions: { code: 'not-an-option' } } });
  const applied = applyChanges(base, changes);
  if (!applied.ok) throw new AppError('invalid-input', { fields: { on: { code: applied.reason } } });
}

/**
 * Begins a version of the calendar: what it changes in the version published last.
 * @returns the draft's id
 * @throws AppError `forbidden`, `invalid-input`
 */
export async function draftCalendar(draft: CalendarDraft): Promise<string> {
  const { actor, changes, source, reason, appliesTo, now } = draft;
  const author = requireAdministrator(actor);
  return withActor(actor, async tx => {
    await refuseUnfit(tx, changes);
    const id = await nextVersion(tx, now);
    await tx.calendarVersion.create({
      data: {
        ...{ id, profile: shippedProfile().id, state: 'draft', source, reason, appliesTo },
        changes: [...changes],
        createdAt: now,
        createdBy: author.id,
        createdByName: author.name,
      },
    });
    return id;
  });
}

/** Adds a change to a draft, or with `remove` takes one out. @throws AppError `not-found`, `forbidden`, `invalid-input` */
export async function changeCalendarDraft(order: {
  readonly actor: Actor;
  readonly id: string;
  readonly add?: CalendarChange;
  /** Place of the change in the draft. */
  readonly remove?: number;
}): Promise<void> {
  const { actor, id, add, remove } = order;
  requireAdministrator(actor);
  await withActor(actor, async tx => {
    const row = await tx.calendarVersion.findFirst({ where: { id, state: 'draft' } });
    if (row === null) throw new AppError('not-found');
    const kept = z
      .array(CALENDAR_CHANGE)
      .parse(row.changes)
      .filter((_, index) => index !== remove);
    const changes = add === undefined ? kept : [...kept, add];
    await refuseUnfit(tx, changes);
    await tx.calendarVersion.update({ where: { id }, data: { changes } });
  });
}
