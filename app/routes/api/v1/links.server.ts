import { env } from '#app/platform/env.server.ts';

/** Where a complaint is found: as data, and as the page on which its complainant follows it. */
export function complaintLinks(reference: string) {
  const { PUBLIC_URL } = env();
  return { self: `${PUBLIC_URL}/api/v1/complaints/${reference}`, track: `${PUBLIC_URL}/track` };
}
