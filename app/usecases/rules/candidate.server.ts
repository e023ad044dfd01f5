import { z } from 'zod';
import type { HolidayCalendar } from '#app/domain/deadline/calendar.ts';
import type { DeadlineRule } from '#app/domain/deadline/rule.ts';
import { applyChanges, CALENDAR_CHANGE, nextCalendar } from '#app/domain/rules/calendar-change.ts';
import { calendarInForce } from '#app/domain/rules/calendar-definition.ts';
import { RULE_DEFINITION, ruleInForce } from '#app/domain/rules/rule-definition.ts';
import type { KnownVersions } from '#app/domain/rules/version-choice.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { shippedProfile } from '../profile.server.ts';
import type { Activated } from './clock-moves.ts';
import {
  appliesToOf,
  calendarOfRow,
  publishedCalendars,
  publishedRules,
  ruleOfRow,
} from './version-store.server.ts';

/** A draft or published version as it would be in force, and everything that would be in force beside it. */
export interface Candidate {
  readonly rule: DeadlineRule | null;
  readonly calendar: HolidayCalendar | null;
  /** From when, ISO instant. */
  readonly activatesAt: string;
  readonly others: KnownVersions;
}

type Question = Pick<Activated, 'kind' | 'id'>;

async function calendarCandidate(tx: Tx, id: string, at: string): Promise<HolidayCalendar> {
  const row = await tx.calendarVersion.findUnique({ where: { id } });
  if (row === null || row.state === 'withdrawn') throw new AppError('not-found');
  if (row.state === 'published') return calendarOfRow(row);
  const base = (await publishedCalendars(tx)).at(-1);
  if (base === undefined) throw new AppError('not-found');
  const applied = applyChanges(base, z.array(CALENDAR_CHANGE).parse(row.changes));
  if (!applied.ok) throw new AppError('invalid-input', { fields: { changes: { code: applied.reason } } });
  const definition = nextCalendar(base, applied, {
    version: id,
    publishedOn: at.slice(0, 10),
    source: row.source,
  });
  return calendarInForce(definition, at, appliesToOf(row.appliesTo));
}

async function ruleCandidate(tx: Tx, id: string, at: string): Promise<DeadlineRule> {
  const row = await tx.ruleVersion.findUnique({ where: { id } });
  if (row === null || row.state === 'withdrawn') throw new AppError('not-found');
  if (row.state === 'published') return ruleOfRow(row);
  const version = {
    id,
    definition: RULE_DEFINITION.parse(row.definition),
    appliesTo: appliesToOf(row.appliesTo),
  };
  return ruleInForce(version, at, shippedProfile().timeZone);
}

/**
 * What a version would be if it came into force at `at`; a published one comes when it was published for.
 * @throws AppError `not-found`, `invalid-input` for a draft that no longer fits the calendar published last
 */
export async function candidateOf(tx: Tx, { kind, id }: Question, at: string): Promise<Candidate> {
  const { id: profile, timeZone } = shippedProfile();
  const rule = kind === 'rule' ? await ruleCandidate(tx, id, at) : null;
  const calendar = kind === 'calendar' ? await calendarCandidate(tx, id, at) : null;
  const activatesAt = rule?.activatedAt ?? calendar?.activatedAt ?? at;
  const inForce = (version: DeadlineRule | HolidayCalendar) => (version.activatedAt ?? '') <= activatesAt;
  const rules = (await publishedRules(tx)).filter(other => other.id !== id && inForce(other));
  const calendars = (await publishedCalendars(tx)).filter(other => other.version !== id && inForce(other));
  return { rule, calendar, activatesAt, others: { id: profile, timeZone, rules, calendars } };
}
