import { env } from '#app/platform/env.server.ts';
import type { PostRules } from '#app/platform/webhooks/guarded-post.server.ts';

/**
 * Under which rules messages leave this instance: in production https to public networks alone, whatever the settings
 * say.
 */
export function outgoingRules(): PostRules {
  const { RECOURS_INSTANCE, WEBHOOK_ALLOW_NETWORKS, DELIVERY_TIMEOUT } = env();
  const production = RECOURS_INSTANCE === 'production';
  return {
    allowed: production ? [] : WEBHOOK_ALLOW_NETWORKS,
    plain: !production,
    timeout: DELIVERY_TIMEOUT * 1000,
  };
}
