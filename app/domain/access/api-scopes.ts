/** What a key of an operator's system may do, from the least to the most. */
export const API_SCOPES = ['cases:read', 'evidence:read', 'cases:write', 'answers:write'] as const;

export type ApiScope = (typeof API_SCOPES)[number];

export function isApiScope(value: unknown): value is ApiScope {
  return API_SCOPES.some(scope => scope === value);
}
