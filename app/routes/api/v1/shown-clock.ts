import type { SeenClock } from '#app/domain/access/seen-case.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { translator } from '#app/i18n/i18n.ts';
import { traceText } from '#app/ui/deadline/trace-text.ts';

/**
 * A clock as the API shows it: when it runs out, by which versions of rule and calendar, and day by day why, in the
 * reader's language. `recount` is the address at which anybody may count it again.
 */
export function shownClock(clock: SeenClock, language: Language) {
  const { kind, dueAt, dueOn, standing, resumesAt, published, calendarVersion, rule, recount } = clock;
  const t = translator(language, 'domain');
  return {
    ...{ kind, dueAt, dueOn, standing, resumesAt, published, recount },
    rule: rule && { id: rule.id, text: rule.text[language], source: rule.source, assumed: rule.assumed },
    calendar: calendarVersion,
    trace: clock.trace.map(({ holiday, ...line }) => ({
      ...line,
      ...(holiday && { holiday: holiday[language] }),
      text: traceText({ ...line, ...(holiday && { holiday }) }, t, language),
    })),
  };
}
