import { z } from 'zod';
import { API_SCOPES } from '#app/domain/access/api-scopes.ts';
import { line, listOf, oneOf } from '../complaints/complaint.schema.ts';

/** Whose cases a key reaches: the operator's own, or those of its sandbox. */
export const KEY_KINDS = ['live', 'test'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** Calendar days for which a key may be made; none lives for ever. */
export const KEY_LIFETIMES = ['30', '90', '180', '365'] as const;

export const MakeKey = z.object({
  name: line(60),
  kind: oneOf(KEY_KINDS),
  scopes: listOf(z.enum(API_SCOPES, 'not-an-option'), { min: 1, max: API_SCOPES.length }),
  days: oneOf(KEY_LIFETIMES).transform(Number),
});
export type MakeKey = z.output<typeof MakeKey>;
