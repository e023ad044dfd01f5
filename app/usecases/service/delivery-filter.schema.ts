import { z } from 'zod';
import { DELIVERY_CHANNELS } from '#app/domain/service/outcomes.ts';

export const DELIVERY_VIEWS = ['undelivered', 'failed', 'stuck', 'all'] as const;

/** What the regulator looks at, as the address says it; what is not understood is left out. */
export const DeliveryFilter = z.object({
  show: z.enum(DELIVERY_VIEWS).catch('undelivered'),
  operator: z
    .string()
    .regex(/^[\w:-]{1,100}$/)
    .optional()
    .catch(undefined),
  channel: z.enum(DELIVERY_CHANNELS).optional().catch(undefined),
  /** The last row of the page before: its instant and id. */
  after: z
    .string()
    .regex(/^\d{4}-[\dT:.-]+Z~[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type DeliveryFilter = z.infer<typeof DeliveryFilter>;
