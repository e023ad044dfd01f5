import { AppError } from '#app/domain/shared/errors.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { formatDate } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/i18n.ts';
import { now } from '#app/platform/clock.server.ts';
import { formValues } from '#app/platform/http/form-values.server.ts';
import { refuse } from '#app/platform/http/refusal.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { checked } from '#app/usecases/complaints/officer-commands.schema.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import {
  CHANGE_HOLIDAY,
  DECLARE_HOLIDAY,
  SETTLE_FEAST,
  settledFeast,
} from '#app/usecases/rules/calendar-form.schema.ts';
import { draftCalendar } from '#app/usecases/rules/draft-calendar.server.ts';
import { readCalendars } from '#app/usecases/rules/queries/read-calendars.server.ts';

type Typed = ReturnType<typeof formValues>;

/** The words that go with a confirmed feast: which one, and on which day it begins. */
function reasonFor(name: string, on: string, language: Language): string {
  const { timeZone } = activeProfile();
  return translator(language, 'rules')('feast.reason', { name, on: formatDate(on, language, timeZone) });
}

async function settled(staff: StaffMember, typed: Typed, language: Language) {
  const { feast, on, source } = checked(SETTLE_FEAST, typed);
  const instant = now().toISOString();
  const book = await readCalendars(staff, { now: instant, year: Number(on.slice(0, 4)) });
  const changes = settledFeast(book.toConfirm, { feast, on });
  const [name = ''] = feast.split(' ');
  // Somebody else has settled it meanwhile.
  if (changes.length === 0) throw new AppError('version-not-open');
  const reason = reasonFor(book.names[name]?.[language] ?? name, on, language);
  return { changes, source, reason, appliesTo: 'open-clocks' } as const;
}

/** What the fields of a form have around their names, so that ids on the page are unique. */
function plainName(name: string, { intent, feast }: Typed): string {
  if (intent === 'change') return name.replace(/^change-/u, '');
  return typeof feast === 'string' ? name.replace(`-${feast.replace(' ', '-')}`, '') : name;
}

function plainNames(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [plainName(name, typed), value]));
}

/** Begins a version of the calendar by one of the page's forms; its id, or the form with its faults. */
export async function beginCalendar(staff: StaffMember, form: FormData, language: Language) {
  const typed = plainNames(formValues(form));
  try {
    const draft =
      typed.intent === 'settle'
        ? await settled(staff, typed, language)
        : checked(typed.intent === 'change' ? CHANGE_HOLIDAY : DECLARE_HOLIDAY, typed);
    return await draftCalendar({ actor: staff, ...draft, now: now().toISOString() });
  } catch (error) {
    return refuse(error, typed);
  }
}
