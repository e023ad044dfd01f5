import { dayToFile, mayFileItself, readPlan } from '#app/usecases/complaints/drafts/draft-plan.server.ts';
import type { LeaveProps } from './leave-draft.tsx';
import type { OpenedStep } from './steps.server.ts';

/** What the pages say and ask about the day from which a draft may be filed; null when that is not ahead. */
export async function leaveOf({ token, draft, now }: OpenedStep): Promise<LeaveProps | null> {
  const day = dayToFile(draft.answers, now);
  if (day === null) return null;
  const email = draft.answers.contact?.email;
  return {
    plan: await readPlan(token),
    day,
    mayFile: mayFileItself(draft.answers, now),
    email: typeof email === 'string' && email !== '' ? email : undefined,
  };
}
