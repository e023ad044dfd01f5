import type { Actor } from '#app/domain/case/states.ts';
import { APPLIES_TO, type AppliesTo } from '#app/domain/deadline/activation.ts';
import type { HolidayCalendar } from '#app/domain/deadline/calendar.ts';
import type { DeadlineRule } from '#app/domain/deadline/rule.ts';
import { CALENDAR_DEFINITION, calendarInForce } from '#app/domain/rules/calendar-definition.ts';
import { RULE_DEFINITION, ruleInForce } from '#app/domain/rules/rule-definition.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { CalendarVersion, RuleVersion } from '#app/platform/db/generated/client.ts';
import { shippedProfile } from '../profile.server.ts';

/** @throws AppError `forbidden`: rules and calendars are the administrators' to change, also in the database */
export function requireAdministrator(actor: Actor): { readonly id: string; readonly name: string } {
  if (actor.role !== 'administrator' || actor.id === null) throw new AppError('forbidden');
  return { id: actor.id, name: actor.name ?? actor.id };
}

export function appliesToOf(value: string): AppliesTo {
  return APPLIES_TO.find(candidate => candidate === value) ?? 'new-clocks';
}

/** A published rule version as the engine takes it. */
export function ruleOfRow(row: RuleVersion): DeadlineRule {
  const definition = RULE_DEFINITION.parse(row.definition);
  const version = { id: row.id, definition, appliesTo: appliesToOf(row.appliesTo) };
  return ruleInForce(version, (row.activatesAt ?? row.createdAt).toISOString(), shippedProfile().timeZone);
}

/** A published calendar version as the engine takes it. */
export function calendarOfRow(row: CalendarVersion): HolidayCalendar {
  const definition = CALENDAR_DEFINITION.parse(row.definition);
  const activatedAt = (row.activatesAt ?? row.createdAt).toISOString();
  return calendarInForce(definition, activatedAt, appliesToOf(row.appliesTo));
}

/** One publication at a time, so that none is made on top of a version that another one has just replaced. */
export async function lockPublications(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('publication of rules and calendars'))::text`;
}

/** Every rule that is or will be in force: the shipped ones and those published, also for later. */
export async function publishedRules(tx: Tx): Promise<readonly DeadlineRule[]> {
  const { id: profile, rules } = shippedProfile();
  const rows = await tx.ruleVersion.findMany({
    where: { profile, state: 'published' },
    orderBy: { activatesAt: 'asc' },
  });
  return [...rules, ...rows.map(ruleOfRow)];
}

/** The calendars in the order in which they come into force; the last one is what a new version changes. */
export async function publishedCalendars(tx: Tx): Promise<readonly HolidayCalendar[]> {
  const { id: profile, calendars } = shippedProfile();
  const rows = await tx.calendarVersion.findMany({
    where: { profile, state: 'published' },
    orderBy: { activatesAt: 'asc' },
  });
  const shipped = [...calendars].sort((a, b) => a.publishedOn.localeCompare(b.publishedOn));
  return [...shipped, ...rows.map(calendarOfRow)];
}
