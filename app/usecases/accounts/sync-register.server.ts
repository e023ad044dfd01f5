import { database } from '#app/platform/db/client.server.ts';
import { importOperators } from '#profiles/import-operators.ts';
import { activeProfile } from '../profile.server.ts';

/** Brings the register of operators in line with the profile, at each preparation of the instance. Repeatable. */
export async function syncRegister(): Promise<void> {
  for (const operator of [...activeProfile().operators, ...importOperators]) {
    const entry = {
      name: operator.name,
      brands: [...operator.brands],
      services: [...operator.services],
      subscribers: operator.subscribers,
      active: operator.hidden !== true,
    };
    await database().operator.upsert({
      where: { id: operator.id },
      // The address is the desk's own to change afterwards.
      create: { id: operator.id, deskEmail: operator.deskEmail ?? null, ...entry },
      update: entry,
    });
  }
}
