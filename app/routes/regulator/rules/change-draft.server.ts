import { formValues } from '#app/platform/http/form-values.server.ts';
import { refuse } from '#app/platform/http/refusal.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { checked } from '#app/usecases/complaints/officer-commands.schema.ts';
import { DECLARE_DAY } from '#app/usecases/rules/calendar-form.schema.ts';
import { changeCalendarDraft } from '#app/usecases/rules/draft-calendar.server.ts';

/** Adds a day to a calendar's draft or takes a change out; undefined, or the form with its faults. */
export async function changeDraft(staff: StaffMember, id: string, form: FormData) {
  const typed = formValues(form);
  try {
    const change =
      typed.intent === 'declare' ? { add: checked(DECLARE_DAY, typed) } : { remove: Number(typed.place) };
    await changeCalendarDraft({ actor: staff, id, ...change });
    return undefined;
  } catch (error) {
    return refuse(error, typed);
  }
}
