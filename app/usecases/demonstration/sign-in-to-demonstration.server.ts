import { homeOf } from '#app/domain/access/areas.ts';
import { parseReference } from '#app/domain/case/reference.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { database } from '#app/platform/db/client.server.ts';
import { signInAs } from '../accounts/sign-in-as.server.ts';
import { activeProfile } from '../profile.server.ts';
import { demonstrationAccounts } from './accounts.ts';
import { requireDemonstration } from './demonstration-receipt.server.ts';

export interface DemonstrationSignIn {
  readonly cookies: readonly string[];
  /** Where the person lands: the case that was named, or the first page of the work. */
  readonly landing: string;
}

/**
 * Signs a visitor in as one of the demonstration's people, without a password.
 * @throws AppError `demonstration-only` on production instances, `not-found` for anybody else
 */
export async function signInToDemonstration(email: string, reference?: string): Promise<DemonstrationSignIn> {
  requireDemonstration();
  const account = demonstrationAccounts(activeProfile()).find(candidate => candidate.email === email);
  if (account === undefined) throw new AppError('not-found');
  const user = await database().user.findUnique({ where: { email }, select: { id: true } });
  if (user === null) throw new AppError('not-found');
  const home = homeOf(account.role);
  const named = parseReference(reference ?? '');
  const landing = named.ok ? `${home}/cases/${named.reference}` : home;
  return { cookies: await signInAs(user.id), landing };
}
