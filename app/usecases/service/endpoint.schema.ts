import { z } from 'zod';
import { WEBHOOK_EVENTS } from '#app/domain/service/webhook-events.ts';

/** What a desk says of an endpoint. */
export const EndpointForm = z.object({
  url: z.string().trim().min(1).max(500),
  description: z.string().trim().max(100).default(''),
  events: z.array(z.enum(WEBHOOK_EVENTS)).min(1),
});
export type EndpointForm = z.infer<typeof EndpointForm>;
