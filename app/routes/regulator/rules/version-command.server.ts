import { redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { now } from '#app/platform/clock.server.ts';
import { formValues } from '#app/platform/http/form-values.server.ts';
import { refuse, toErrorPage } from '#app/platform/http/refusal.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import type { Activated } from '#app/usecases/rules/clock-moves.ts';
import { publishVersion } from '#app/usecases/rules/publish-version.server.ts';
import { discardDraft, withdrawVersion } from '#app/usecases/rules/withdraw-version.server.ts';

type Which = Pick<Activated, 'kind' | 'id'>;

/** Publishes, withdraws or throws away a version, as the form's button says. */
export async function giveVersionCommand(staff: StaffMember, which: Which, form: FormData) {
  const typed = formValues(form);
  const order = { actor: staff, ...which, now: now().toISOString() };
  const list = which.kind === 'rule' ? '/regulator/rules' : '/regulator/calendars';
  try {
    switch (typed.intent) {
      case 'publish': {
        const day = typeof typed.activateOn === 'string' && typed.activateOn !== '' ? typed.activateOn : null;
        await publishVersion({ ...order, activateOn: day });
        return redirect(`${list}/${which.id}`, 303);
      }
      case 'withdraw':
        await withdrawVersion(order);
        return redirect(`${list}/${which.id}`, 303);
      case 'discard':
        await discardDraft(order);
        return redirect(list, 303);
      default:
        return toErrorPage(new AppError('malformed-request'));
    }
  } catch (error) {
    return refuse(error, typed);
  }
}
