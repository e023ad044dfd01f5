import { calendarFor } from '#app/domain/deadline/calendar.ts';
import { deadline } from '#app/domain/deadline/deadline.ts';
import { type ClockKind, type DeadlineRule, selectRule } from '#app/domain/deadline/rule.ts';
import type { Profile } from '#app/domain/profile/profile.ts';
import { localDateOf, type PlainDate } from '#app/domain/shared/plain-date.ts';

/** A deadline to come, if everything before it takes as long as it may. */
export interface ExpectedDate {
  readonly clock: ClockKind;
  readonly dueOn: PlainDate;
  readonly rule: DeadlineRule;
}

export interface ExpectedCase {
  readonly category: string;
  readonly track: string;
  readonly urgent: boolean;
  readonly region: string;
}

/**
 * When the operator has to confirm and to answer, taking it that the case is served at `servedAt`, and until when
 * the complainant then judges an answer that comes on the last day.
 */
export function expectedDates(
  profile: Profile,
  of: ExpectedCase,
  servedAt: string,
): readonly [ExpectedDate, ExpectedDate, ExpectedDate] {
  const { timeZone } = profile;
  const clockFrom = (clock: ClockKind, startedAt: string) => {
    const rule = selectRule(profile, clock, { ...of, on: localDateOf(startedAt, timeZone) });
    const calendar = calendarFor(profile, of.region);
    return { rule, ...deadline({ rule, calendar, timeZone, events: [{ type: 'started', at: startedAt }] }) };
  };
  const acknowledge = clockFrom('acknowledge', servedAt);
  const respond = clockFrom('respond', servedAt);
  const confirm = clockFrom('confirm', respond.dueAt);
  return [
    { clock: 'acknowledge', dueOn: acknowledge.dueOn, rule: acknowledge.rule },
    { clock: 'respond', dueOn: respond.dueOn, rule: respond.rule },
    { clock: 'confirm', dueOn: confirm.dueOn, rule: confirm.rule },
  ];
}
