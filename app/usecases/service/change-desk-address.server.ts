import { z } from 'zod';
import { SYSTEM } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { fieldErrorsOf } from '#app/domain/shared/field-errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import type { DeskActor } from './manage-endpoints.server.ts';
import { retryUnserved } from './retry-delivery.server.ts';

const Form = z.object({
  deskEmail: z
    .string()
    .trim()
    .max(200)
    .transform(value => (value === '' ? null : value))
    .pipe(z.email().nullable()),
});

/**
 * Changes the address on which an operator's desk is served; empty for none. What waits for service goes there at once.
 * @throws AppError invalid-input with the field
 */
export async function changeDeskAddress(
  { organisation }: DeskActor,
  raw: Readonly<Record<string, unknown>>,
  now: string,
): Promise<void> {
  const read = Form.safeParse(raw);
  if (!read.success) throw new AppError('invalid-input', { fields: fieldErrorsOf(read.error) });
  const { deskEmail } = read.data;
  await withActor(SYSTEM, async tx => {
    await tx.operator.update({ where: { id: organisation }, data: { deskEmail } });
    await retryUnserved(tx, organisation, now);
  });
}
