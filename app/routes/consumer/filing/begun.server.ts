import { z } from 'zod';
import type { Profile } from '#app/domain/profile/profile.ts';
import type { FieldError } from '#app/domain/shared/errors.ts';
import { SERVICES, type Service } from '#app/domain/taxonomy/definition.ts';
import { CATEGORIES, type Category, isCategory, isIssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { startCookie } from '#app/platform/session/cookies.server.ts';

/** What was chosen on the start page: a proposal for the pages that ask for it. */
const Begun = z.object({
  category: z.string().refine(isCategory).nullable(),
  issue: z.string().refine(isIssueAddress).nullable(),
  service: z.enum(SERVICES).nullable(),
  operatorId: z.string().max(60).nullable(),
});

export type Begun = z.infer<typeof Begun>;

/** Long enough to answer the first pages. */
const KEPT_MILLISECONDS = 2 * 60 * 60 * 1000;

/** What this browser has chosen on the start page; null when nothing, or when it has been taken over. */
export async function begunIn(request: Request, now: string): Promise<Begun | null> {
  const kept = await startCookie.read(request, new Date(now));
  if (kept === null) return null;
  const read = Begun.safeParse(JSON.parse(kept));
  return read.success ? read.data : null;
}

/** The `Set-Cookie` header that carries a choice to the pages that ask for it. */
export function carry(begun: Begun, now: string): Promise<string> {
  return startCookie.setForVisit(JSON.stringify(begun), new Date(Date.parse(now) + KEPT_MILLISECONDS));
}

/** The services of a profile's operators that a category is about; all of them for none. */
export function servicesFor(category: Category | null, { operators }: Profile): readonly Service[] {
  const sold = new Set(operators.flatMap(({ hidden, services }) => (hidden ? [] : services)));
  const about: readonly Service[] = category === null ? SERVICES : CATEGORIES[category].services;
  return SERVICES.filter(service => sold.has(service) && about.includes(service));
}

export type ReadChoice =
  | { readonly ok: true; readonly begun: Begun }
  | { readonly ok: false; readonly errors: Readonly<Record<string, FieldError>> };

/** The start page's form: both answers are needed, and the operator must sell the service. */
export function readChoice(form: FormData, profile: Profile): ReadChoice {
  const text = (name: string) => String(form.get(name) ?? '');
  const category = text('category');
  const issue = text('issue');
  const chosen = isCategory(category) ? category : null;
  const service = servicesFor(chosen, profile).find(known => known === text('service')) ?? null;
  const operator = profile.operators.find(({ id, hidden }) => id === text('operatorId') && !hidden);
  const errors: Record<string, FieldError> = {};
  if (service === null) errors.service = { code: 'required' };
  if (operator === undefined) errors.operatorId = { code: 'required' };
  else if (service !== null && !operator.services.includes(service))
    errors.service = { code: 'not-an-option' };
  if (Object.keys(errors).length > 0 || operator === undefined) return { ok: false, errors };
  const begun = {
    category: chosen,
    issue: isIssueAddress(issue) ? issue : null,
    service,
    operatorId: operator.id,
  };
  return { ok: true, begun };
}
