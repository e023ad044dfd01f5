/** Everybody reads the same page in a language: caches on the way may keep it for some seconds. */
export const PUBLIC_FOR_SECONDS = {
  'Cache-Control': 'public, max-age=5, stale-while-revalidate=10',
  Vary: 'Cookie, Accept-Language, Accept-Encoding',
} as const;

/** Pages on which a person is known: no cache on the way keeps them. */
export const PRIVATE_PAGE = { 'Cache-Control': 'private, no-store' } as const;
