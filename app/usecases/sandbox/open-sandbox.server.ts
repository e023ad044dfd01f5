import { sandboxOf } from '#app/domain/access/sandbox.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { database } from '#app/platform/db/client.server.ts';
import { fillSandbox } from './fill-sandbox.server.ts';

/** Cases that a sandbox begins with, and gets again when asked. */
export const CASES_AT_ONCE = 12;

/**
 * Opens the sandbox of an operator, with its first cases. One that is open stays as it is.
 * @param now ISO instant
 */
export async function openSandbox(operatorId: string, now: string): Promise<void> {
  const owner = await database().operator.findUnique({ where: { id: operatorId } });
  if (owner === null) throw new AppError('not-found');
  const id = sandboxOf(operatorId);
  const { brands, services } = owner;
  const sandbox = { id, name: `${owner.name} (sandbox)`, brands, services, subscribers: 0, active: false };
  const { count } = await database().operator.createMany({ data: [sandbox], skipDuplicates: true });
  if (count > 0) await fillSandbox(operatorId, { now, cases: CASES_AT_ONCE });
}
