import type { CaseState } from '#app/domain/case/states.ts';
import { SYSTEM } from '#app/domain/case/states.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { activeProfile } from '../profile.server.ts';
import { demonstrationAccounts, type StaffExample } from './accounts.ts';
import { type StoryKey, storyKeys, type TrialKey, trialKeys } from './demonstration-cases.ts';
import {
  demonstrationCaseId,
  demonstrationCode,
  requireDemonstration,
} from './demonstration-receipt.server.ts';

/** An example with what it takes to follow it as its complainant. */
export interface ExampleCase<Key> {
  readonly key: Key;
  readonly reference: string;
  readonly code: string;
  readonly state: CaseState;
  readonly operatorName: string;
  /** Who can open the case at its operator and at the regulator, by mail address. */
  readonly workers: { readonly liaison: string | null; readonly officer: string | null };
}

export interface Demonstration {
  readonly regulator: readonly StaffExample[];
  readonly operators: readonly { readonly name: string; readonly liaisons: readonly StaffExample[] }[];
  readonly stories: readonly ExampleCase<StoryKey>[];
  readonly trials: readonly ExampleCase<TrialKey>[];
}

function emailOf(accounts: readonly StaffExample[], fits: (account: StaffExample) => boolean): string | null {
  return accounts.find(fits)?.email ?? null;
}

async function examples<Key extends string>(
  keys: readonly Key[],
  accounts: readonly StaffExample[],
): Promise<readonly ExampleCase<Key>[]> {
  const ids = keys.map(demonstrationCaseId);
  const found = await withActor(SYSTEM, tx =>
    tx.case.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        reference: true,
        state: true,
        operatorId: true,
        operator: { select: { name: true } },
      },
    }),
  );
  return keys.flatMap((key, index) => {
    const example = found.find(({ id }) => id === ids[index]);
    if (example === undefined) return [];
    const { reference, state, operator, operatorId } = example;
    return {
      key,
      reference,
      code: demonstrationCode(key),
      state: state as CaseState,
      operatorName: operator.name,
      workers: {
        liaison: emailOf(accounts, account => account.operatorId === operatorId),
        officer: emailOf(accounts, account => account.role === 'case_officer'),
      },
    };
  });
}

/**
 * Who can sign in to the demonstration, and its cases with their receipts.
 * @throws AppError `demonstration-only` on production instances
 */
export async function readDemonstration(): Promise<Demonstration> {
  requireDemonstration();
  const profile = activeProfile();
  const accounts = demonstrationAccounts(profile);
  const operators = profile.operators
    .map(({ id, name }) => ({ name, liaisons: accounts.filter(({ operatorId }) => operatorId === id) }))
    .filter(({ liaisons }) => liaisons.length > 0);
  const regulator = accounts.filter(({ operatorId }) => operatorId === undefined);
  return {
    regulator,
    operators,
    stories: await examples(storyKeys(profile.id), accounts),
    trials: await examples(trialKeys(), accounts),
  };
}
