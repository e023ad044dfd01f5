import { data, redirect } from 'react-router';
import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { type FormValues, flatValues, formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { type Refused, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { approvePublicText } from '#app/usecases/collective/approve-public-text.server.ts';
import { closeSupport } from '#app/usecases/collective/close-support.server.ts';
import { ApprovePublicText, RefusePublicText } from '#app/usecases/collective/public-text.schema.ts';
import { refusePublicText } from '#app/usecases/collective/refuse-public-text.server.ts';
import { checked } from '#app/usecases/complaints/officer-commands.schema.ts';

interface Order {
  readonly actor: Actor;
  readonly caseId: string;
  readonly now: string;
  readonly expectedVersion: number;
}

/** Each command of the page of supporters: its form checked, its verb called. */
const GIVE: Readonly<Record<string, (order: Order, values: FormValues) => Promise<unknown>>> = {
  'approve-public-text': (order, values) => {
    const { title, body } = checked(ApprovePublicText, values);
    return approvePublicText({ ...order, title, body });
  },
  'refuse-public-text': (order, values) =>
    refusePublicText({ ...order, ...checked(RefusePublicText, values) }),
  'close-support': order => closeSupport(order),
};

interface Submission {
  readonly request: Request;
  readonly actor: Actor;
  readonly now: string;
  readonly found: { readonly id: string; readonly summary: { readonly reference: string } };
}

function refusal(error: unknown, typed: FormValues) {
  const shown = ['invalid-input', 'case-changed', 'command-not-permitted'];
  if (!(error instanceof AppError) || !shown.includes(error.code)) return toErrorPage(error);
  const { code, params, fields, status } = error;
  const refused: Refused = { code, params, errors: fields, values: flatValues(typed) };
  return data(refused, { status });
}

/** Gives the command that a form of the page of supporters sends. */
export async function giveTextCommand({ request, actor, now, found }: Submission) {
  const typed = formValues(await readForm(request));
  const give = typeof typed.command === 'string' ? GIVE[typed.command] : undefined;
  const expectedVersion = Number(typed.version);
  if (give === undefined || !Number.isInteger(expectedVersion)) {
    return toErrorPage(new AppError('malformed-request'));
  }
  try {
    await give({ actor, caseId: found.id, now, expectedVersion }, typed);
  } catch (error) {
    return refusal(error, typed);
  }
  return redirect(`/regulator/cases/${found.summary.reference}/supporters?done`);
}
