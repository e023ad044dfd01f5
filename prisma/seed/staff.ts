import type { Actor } from '#app/domain/case/states.ts';
import { createStaffAccount } from '#app/usecases/accounts/create-staff-account.server.ts';
import { DEMONSTRATION_PASSWORD, demonstrationAccounts } from '#app/usecases/demonstration/accounts.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';

/** Who acts in the examples. */
export interface Staff {
  readonly officer: Actor;
  readonly administrator: Actor;
  /** The liaisons of each operator. */
  readonly liaisons: ReadonlyMap<string, readonly Actor[]>;
}

/** Makes the accounts of a demonstration; those that exist stay as they are. */
export async function prepareStaff(): Promise<Staff> {
  const actors: Actor[] = [];
  for (const { email, name, role, operatorId, deskRole, language } of demonstrationAccounts(
    activeProfile(),
  )) {
    const employer = operatorId === undefined ? {} : { operatorId, ...(deskRole && { deskRole }) };
    const password = DEMONSTRATION_PASSWORD;
    const id = await createStaffAccount({ email, name, role, language, password, ...employer });
    actors.push({ role, id, name, organisation: operatorId ?? null });
  }
  const officer = actors.find(({ role }) => role === 'case_officer');
  const administrator = actors.find(({ role }) => role === 'administrator');
  if (officer === undefined || administrator === undefined) {
    throw new Error('a demonstration has a case officer and an administrator');
  }
  const liaisons = Map.groupBy(
    actors.filter(({ role }) => role === 'liaison'),
    ({ organisation }) => organisation ?? '',
  );
  return { officer, administrator, liaisons };
}
