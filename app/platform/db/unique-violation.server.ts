import { z } from 'zod';
import { Prisma } from './generated/client.ts';

const Violation = z.object({
  driverAdapterError: z.object({
    cause: z.object({ originalCode: z.literal('23505'), constraint: z.object({ index: z.string() }) }),
  }),
});

/** Whether a statement failed because a row with the same key is there already (SQLSTATE 23505), and on which index. */
export function isUniqueViolation(error: unknown, index: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const violation = Violation.safeParse(error.meta);
  return violation.success && violation.data.driverAdapterError.cause.constraint.index === index;
}
