import { data, redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { requestLanguage } from '#app/i18n/request-language.ts';
import { now as presentInstant } from '#app/platform/clock.server.ts';
import { clientAddress } from '#app/platform/http/client-address.ts';
import { flatValues, formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, requireMethod, toErrorPage } from '#app/platform/http/refusal.server.ts';
import {
  draftCookie,
  receiptCookie,
  staffDraftCookie,
  startCookie,
} from '#app/platform/session/cookies.server.ts';
import { isSharedComputer } from '#app/platform/session/shared-computer.server.ts';
import { staffDraftToken } from '#app/platform/session/staff-draft.server.ts';
import type { Draft } from '#app/usecases/complaints/drafts/draft-access.server.ts';
import {
  type FilingStep,
  mayOpen,
  nextStepOf,
  type StepAnswers,
} from '#app/usecases/complaints/drafts/filing-steps.ts';
import { openDraft } from '#app/usecases/complaints/drafts/open-draft.server.ts';
import { saveStep } from '#app/usecases/complaints/drafts/save-step.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { filingMode } from './filing-mode.tsx';
import { hrefOf, RECEIPT_PATH } from './step-paths.ts';

/** A browser cache must not show on a shared computer what somebody wrote. */
export const NO_STORE = { 'Cache-Control': 'no-store' };

export interface Visit {
  readonly language: Language;
  /** ISO instant. */
  readonly now: string;
  readonly token: string | null;
  /** The draft is a staff member's, whose session opens it. */
  readonly byStaff: boolean;
}

/** Who asks: in which language, when, and with which draft's token. */
export async function visitOf(request: Request): Promise<Visit> {
  const at = presentInstant();
  const staffToken = await staffDraftToken(request, at);
  return {
    language: requestLanguage(request, activeProfile()),
    now: at.toISOString(),
    token: staffToken ?? (await draftCookie.read(request, at)),
    byStaff: staffToken !== null,
  };
}

export interface OpenedStep extends Visit {
  readonly token: string;
  readonly draft: Draft;
}

/** The browser's draft, at a page whose turn has come; otherwise the page where the complaint stands. */
export async function openStep(request: Request, step: FilingStep | 'check'): Promise<OpenedStep> {
  const visit = await visitOf(request);
  const { token, now } = visit;
  const draft = token === null ? null : await openDraft(token, now);
  if (token === null || draft === null) {
    const filed = await receiptCookie.read(request, new Date(now));
    throw redirect(filed === null ? hrefOf('who') : RECEIPT_PATH);
  }
  if (draft.filedCaseId !== null) throw redirect(RECEIPT_PATH);
  if (!mayOpen(step, draft.answers)) throw redirect(hrefOf(nextStepOf(draft.answers)));
  return { ...visit, token, draft };
}

/** What every step's page is given besides its own. */
export function stepData({ draft }: Pick<OpenedStep, 'draft'>, step: FilingStep) {
  return {
    ...filingMode(draft),
    expiresAt: draft.expiresAt.toISOString(),
    values: flatValues(draft.answers[step] ?? {}),
  };
}

/** The `Set-Cookie` header by which the browser forgets a draft that was filed or given up. */
export function forgottenDraft({ byStaff }: Pick<Visit, 'byStaff'>): Promise<string> {
  return (byStaff ? staffDraftCookie : draftCookie).clear();
}

type Prepare = (typed: StepAnswers) => StepAnswers;

/** A body that is refused unread names no field: on the page with the long text, that is the one. */
function nameLongField(error: unknown, field: StepForm['longField']): unknown {
  const named = error instanceof AppError && Object.keys(error.fields).length > 0;
  if (!(error instanceof AppError) || error.code !== 'request-too-large' || named || !field) return error;
  return new AppError('request-too-large', {
    fields: { [field.name]: { code: 'too-long', params: { max: field.max } } },
  });
}

/** The `Set-Cookie` header by which the browser finds its draft again; for this visit alone where others use it. */
export async function keptDraft(
  request: Request,
  { token, expiresAt }: { readonly token: string; readonly expiresAt: Date },
): Promise<string> {
  const shared = await isSharedComputer(request);
  return shared ? draftCookie.setForVisit(token, expiresAt) : draftCookie.set(token, expiresAt);
}

interface StepForm {
  readonly step: FilingStep;
  /** Turns the form's fields into the answers that the schema reads. */
  readonly prepare?: Prepare;
  /** The field of a text that may be long, and the most characters that it takes. */
  readonly longField?: { readonly name: string; readonly max: number };
  /** Buttons that only change the form ("Add another"): the fields that it then has, or null for the others. */
  readonly change?: (typed: StepAnswers) => StepAnswers | null;
}

/** The answer to a step's form: on to the next page, or back with the reasons and what was typed. */
export async function answerStep(request: Request, { step, prepare, longField, change }: StepForm) {
  requireMethod(request, 'POST');
  let typed: StepAnswers = {};
  try {
    const { token, language, now, byStaff } = await visitOf(request);
    typed = formValues(await readForm(request));
    const changed = change?.(typed) ?? null;
    if (changed !== null) return data({ errors: {}, values: flatValues(changed) });
    const address = clientAddress(request);
    const saved = await saveStep({ token, step, raw: prepare?.(typed) ?? typed, language, now, address });
    const early = step === 'attempts' && saved.admissibility?.ok === false;
    const headers = new Headers(byStaff ? {} : { 'Set-Cookie': await keptDraft(request, saved) });
    if (step === 'problem') headers.append('Set-Cookie', await startCookie.clear());
    return redirect(early ? hrefOf('not-yet') : hrefOf(nextStepOf(saved.answers)), { status: 303, headers });
  } catch (error) {
    if (error instanceof AppError && error.code === 'already-filed') return redirect(RECEIPT_PATH);
    return refuse(nameLongField(error, longField), typed);
  }
}

/** The token of the draft that a form belongs to. @throws the page `draft-expired` without one */
export function tokenOr410(visit: Visit): string {
  return visit.token ?? toErrorPage(new AppError('draft-expired'));
}
