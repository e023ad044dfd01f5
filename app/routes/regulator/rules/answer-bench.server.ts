import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { type FormValues, flatValues } from '#app/platform/http/form-values.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { checked } from '#app/usecases/complaints/officer-commands.schema.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { benchForm } from '#app/usecases/rules/bench-form.schema.ts';
import { tryVersions } from '#app/usecases/rules/test-bench.server.ts';

type Result = Awaited<ReturnType<typeof tryVersions>>;

interface BenchAnswer {
  readonly values: ReturnType<typeof flatValues>;
  readonly errors: FieldErrors;
  readonly result: Result | null;
}

/** Counts what the address asks for; the form's faults, or nothing yet when no start was given. */
export async function answerBench(staff: StaffMember, typed: FormValues, now: string): Promise<BenchAnswer> {
  const values = flatValues(typed);
  if (typed.startedAt === undefined) return { values, errors: {}, result: null };
  try {
    const { version, ...question } = checked(benchForm(activeProfile().timeZone), typed);
    return { values, errors: {}, result: await tryVersions({ actor: staff, question, version, now }) };
  } catch (error) {
    if (!(error instanceof AppError) || Object.keys(error.fields).length === 0) throw error;
    return { values, errors: error.fields, result: null };
  }
}
