import type { Profile } from '#app/domain/profile/profile.ts';
import type { Language } from '#app/domain/shared/language.ts';
import type { OwnFields } from '#app/usecases/complaints/queries/complainant-view.ts';
import type { Complaint } from '#app/usecases/complaints/read-complaint.schema.ts';
import { type CheckSection, checkSections } from '../filing/check-sections.ts';

type Seen = Partial<OwnFields>;

/** The operator against which the complaint was filed, also after it was sent to another one. */
function filedAgainst({ events, 'case-summary': summary }: Seen): string | undefined {
  const filed = events?.find(({ type }) => type === 'filed')?.payload;
  return filed !== undefined && 'reference' in filed ? filed.operatorId : summary?.operator.id;
}

/** A null of the database is an answer that was not given. */
function given<T extends object>(values: T): Partial<Complaint> {
  const entries = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Partial<Complaint>;
}

/** The complaint as it was filed, in the sections of "check your answers"; nothing in it changes afterwards. */
export function filedSections(
  seen: Seen,
  reader: { readonly language: Language; readonly profile: Profile },
): readonly CheckSection[] {
  const { 'case-summary': summary, facts, 'personal-facts': personal, narrative, attempts } = seen;
  if (summary === undefined) return [];
  const complaint = given({
    ...summary,
    ...seen.identity,
    ...seen.contact,
    operatorId: filedAgainst(seen),
    amount: summary.amount?.amountMinor,
    facts: { ...facts, ...personal },
    attempts,
    narrative,
  });
  return checkSections(complaint, reader);
}
